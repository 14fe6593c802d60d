import { useTranslations } from 'next-intl'
import type { QrCode } from '@/lib/qr-code'

/** On paper only: where the notice is to be read as it is now. */
export function NoticeFoot({ link, code }: { link: string; code: QrCode }) {
  const t = useTranslations('site')
  return (
    <div className="hidden items-center gap-4 border-t border-line-strong pt-4 print:flex">
      <svg aria-hidden="true" viewBox={`0 0 ${code.size} ${code.size}`} className="size-28 shrink-0">
        <path d={code.path} fill="#000000" />
      </svg>
      <p className="wrap-anywhere">
        {t('printed_link')} <strong>{link}</strong>
      </p>
    </div>
  )
}
