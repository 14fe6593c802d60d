import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { describeWindow } from '@/lib/i18n/describe-window'
import type { Telling } from '@/lib/utility/telling'
import type { PublicWorks } from '@/lib/works/works'
import { WindowTime } from './window-time'

/** When supply is interrupted, and for how long each time. */
export function WorksWindows({ works, telling }: { works: PublicWorks; telling: Telling }) {
  const t = useTranslations('outage')
  const locale = useLocale()
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {works.windows.map((window) => {
        const words = describeWindow(window, telling.zone, locale)
        return (
          <Card as="li" key={window.start} className="space-y-2">
            <WindowTime words={words} window={window} isCancelled={works.state === 'cancelled'} />
            <p className="pl-9 text-ink-soft">{t('lasts', { duration: words.duration })}</p>
          </Card>
        )
      })}
    </ul>
  )
}
