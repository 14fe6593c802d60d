import type { ReactNode } from 'react'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { PageLife } from '@/components/ui/page-life'
import { SiteCrumbs } from './site-crumbs'

/** Its words change with the program, whom to call with the settings: minutes. */
const LIFE = 240

/** A page to read: a title, what it is about, and sections. */
export function TextPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <Page>
      <PageLife seconds={LIFE} />
      <SiteCrumbs here={title} />
      <PageHeader title={title} lead={lead} />
      <div className="max-w-2xl space-y-8">{children}</div>
    </Page>
  )
}
