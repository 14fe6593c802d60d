import { useLocale } from 'next-intl'

/** A share of a whole in percent; a dash of nothing. */
export function Share({ part, whole }: { part: number; whole: number }) {
  const locale = useLocale()
  if (whole === 0) return <>–</>
  return <>{new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(part / whole)}</>
}
