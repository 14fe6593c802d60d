import { Download } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { buttonStyle } from '@/components/ui/button-style'

export interface EvidenceDownloadsProps {
  reference: string
  /** Whether the reader may have contacts that are not masked. */
  canReadContacts: boolean
}

/** The evidence to keep: plain links, so that no page is fetched ahead. */
export function EvidenceDownloads({ reference, canReadContacts }: EvidenceDownloadsProps) {
  const t = useTranslations('evidence')
  const base = `/${useLocale()}/operator/works/${reference}`
  const links = [
    { href: `${base}/evidence.csv`, label: t('csv') },
    { href: `${base}/evidence.pdf`, label: t('pdf') },
    ...(canReadContacts ? [{ href: `${base}/evidence.csv?contacts=whole`, label: t('csv_whole') }] : []),
  ]
  return (
    <>
      {links.map(({ href, label }) => (
        <a key={href} href={href} download className={buttonStyle('secondary')}>
          <Download aria-hidden="true" className="size-5" />
          {label}
        </a>
      ))}
    </>
  )
}
