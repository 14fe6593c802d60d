import { SignpostBig } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { SiteHeader } from '@/components/ui/site-header'

export default function NotFoundPage() {
  const t = useTranslations('not_found')
  return (
    <>
      <SiteHeader />
      <main id="content">
        <Page>
          <EmptyState
            Icon={SignpostBig}
            title={<h1 className="text-2xl">{t('title')}</h1>}
            action={<LinkButton href="/">{t('action')}</LinkButton>}
          >
            <p>{t('text')}</p>
          </EmptyState>
        </Page>
      </main>
    </>
  )
}
