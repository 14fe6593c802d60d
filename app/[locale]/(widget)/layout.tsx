import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ErrorWords } from '@/components/ui/error-words'
import { WidgetHeight } from '@/components/widget/widget-height'
import './widget.css'

/** A frame on somebody else's page: no header, no footer, and as high as what it shows. */
export default async function WidgetLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('error')
  return (
    <ErrorWords words={{ title: t('title'), text: t('text'), retry: t('retry') }}>
      <WidgetHeight>{children}</WidgetHeight>
    </ErrorWords>
  )
}
