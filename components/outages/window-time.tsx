import { CalendarClock } from 'lucide-react'
import type { WindowWords } from '@/lib/i18n/describe-window'
import type { WindowText } from '@/lib/works/works'

/** The day and the hours of one window, to be seen at a glance. */
export function WindowTime({ words, window, isCancelled = false }: { words: WindowWords; window: WindowText; isCancelled?: boolean }) {
  const Text = isCancelled ? 's' : 'span'
  return (
    <p className="flex gap-3">
      <CalendarClock aria-hidden="true" className="mt-1 size-6 shrink-0 text-ink-soft" />
      <Text className="flex flex-col">
        <time dateTime={window.start} className="text-lg first-letter:uppercase">
          {words.day}
        </time>
        <span className="text-2xl font-bold tabular-nums sm:text-3xl">{words.hours}</span>
      </Text>
    </p>
  )
}
