import { useLocale, useTranslations } from 'next-intl'
import { ServiceIcon } from '@/components/ui/service-icon'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { describeWindow } from '@/lib/i18n/describe-window'
import type { Telling } from '@/lib/utility/telling'
import type { PublicChange } from '@/lib/works/history/public-change'
import type { WindowText } from '@/lib/works/works'

export interface ChangeListProps {
  changes: readonly PublicChange[]
  telling: Telling
  /** Whether they are of several works, so that each says of which. */
  isMixed?: boolean
}

/** The windows that differ between what was true before and what is since; all of them where nothing was before. */
function newOnes(windows: readonly WindowText[], before: readonly WindowText[]): WindowText[] {
  const known = new Set(before.map(({ start, end }) => `${start} ${end}`))
  return windows.filter(({ start, end }) => !known.has(`${start} ${end}`))
}

/** What was announced when, and what was changed since: moved, made longer, cancelled, over. The latest first. */
export function ChangeList({ changes, telling, isMixed = false }: ChangeListProps) {
  const t = useTranslations('history')
  const service = useTranslations('service')
  const locale = useLocale()
  if (changes.length === 0) return null
  const tell = (windows: WindowText[]) =>
    windows.map((window) => describeWindow(window, telling.zone, locale)).map(({ day, hours }) => `${day}, ${hours}`)
  return (
    <section aria-labelledby="changes" className="space-y-3">
      <h2 id="changes" className="text-2xl">
        {t('title')}
      </h2>
      <ol className="divide-y divide-line rounded-card border border-line bg-surface px-5 shadow-card">
        {changes.map(({ reference, service: which, kind, at, windows, before }) => {
          const now = tell(newOnes(windows, before))
          const past = tell(newOnes(before, windows))
          return (
            <li key={`${reference} ${kind} ${at}`} className="space-y-0.5 py-3">
              <p className="flex flex-wrap items-center gap-x-2">
                <strong>{t(`kind.${kind}`)}</strong>
                {isMixed && (
                  <span className="inline-flex items-center gap-1 text-ink-soft">
                    <ServiceIcon service={which} className="size-4" />
                    {service(which)}, {reference}
                  </span>
                )}
              </p>
              {kind !== 'cancelled' && now.length > 0 && <p className="first-letter:uppercase">{now.join('; ')}</p>}
              {kind !== 'cancelled' && past.length > 0 && <p className="text-ink-soft">{t('before', { windows: past.join('; ') })}</p>}
              <p className="text-[0.94rem] text-ink-soft">
                <time dateTime={at}>{t('at', { time: describeInstant(at, telling.zone, locale) })}</time>
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
