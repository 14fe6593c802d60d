import { CloudOff } from 'lucide-react'
import { useTranslations } from 'next-intl'

export interface KeptNoticeProps {
  /** ISO instant, and the same in words. */
  asOf: string
  time: string
  /** What was true then. */
  knew: 'affected' | 'none_planned' | 'works'
}

/**
 * Stands hidden in each page that a device may keep. public/sw.js uncovers it, with the page's age, where it shows what it kept because nothing could
 * be asked: so an old page never passes for a new one. A page without it is not kept.
 */
export function KeptNotice({ asOf, time, knew }: KeptNoticeProps) {
  const t = useTranslations('kept')
  return (
    <section
      data-kept-at={asOf}
      hidden
      aria-labelledby="kept"
      className="rounded-card border-2 border-dashed border-unknown-edge bg-unknown p-5 text-unknown-ink sm:p-7"
    >
      <h2 id="kept" className="flex items-center gap-3 text-2xl">
        <CloudOff aria-hidden="true" className="size-9 shrink-0" />
        {t('title')}
      </h2>
      <p className="mt-3 text-lg">
        {t('as_of', { time })} <span data-kept-age="" />
      </p>
      <p className="text-lg font-semibold">{t(`knew.${knew}`)}</p>
      <p className="mt-2">{t('warning')}</p>
    </section>
  )
}
