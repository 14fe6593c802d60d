import { useTranslations } from 'next-intl'

/** On paper only: where the same is to be read, as it is now. */
export function PrintedLink({ href }: { href: string }) {
  const t = useTranslations('site')
  return (
    <p className="hidden border-t border-line-strong pt-3 print:block">
      {t('printed_link')} <strong>{href}</strong>
    </p>
  )
}
