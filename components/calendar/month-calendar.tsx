import { useLocale, useTranslations } from 'next-intl'
import { FORMATS } from '@/lib/i18n/date-formats'
import type { CalendarDay } from '@/lib/works/find-calendar'
import { CalendarEntry } from './calendar-entry'

export interface MonthCalendarProps {
  title: string
  weeks: readonly CalendarDay[][]
  zone: string
}

function DayHead({ day, holiday }: { day: string; holiday: string | null }) {
  const t = useTranslations('operator.calendar')
  const date = new Intl.DateTimeFormat(FORMATS[useLocale()], { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-2 text-[0.94rem]">
      <time dateTime={day} className="font-semibold">
        <span className="lg:hidden">{date.format(new Date(day))}</span>
        <span aria-hidden="true" className="max-lg:hidden">
          {Number(day.slice(8))}
        </span>
        <span className="max-lg:hidden lg:sr-only">{date.format(new Date(day))}</span>
      </time>
      {holiday !== null && <span className="text-[0.88rem] text-ink-soft">{holiday || t('patron_day')}</span>}
    </p>
  )
}

/** A month of works: a table of weeks where there is room, else the days that have any, one below the other. */
export function MonthCalendar({ title, weeks, zone }: MonthCalendarProps) {
  const t = useTranslations('operator.calendar')
  const weekday = new Intl.DateTimeFormat(FORMATS[useLocale()], { weekday: 'long', timeZone: 'UTC' })
  const isEmpty = weeks.flat().every(({ entries }) => entries.length === 0)
  return (
    <>
      {isEmpty && <p role="status">{t('none')}</p>}
      <table className="w-full table-fixed border-collapse max-lg:block">
        <caption className="sr-only">{title}</caption>
        <thead className="max-lg:hidden">
          <tr>
            {weeks[0]?.map(({ day }) => (
              <th key={day} scope="col" className="p-2 text-left text-[0.94rem] font-semibold text-ink-soft first-letter:uppercase">
                {weekday.format(new Date(day))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {weeks.map((week) => (
            <tr key={week[0]?.day} className="max-lg:block">
              {week.map(({ day, isInMonth, holiday, entries }) => (
                <td
                  key={day}
                  className={`h-28 space-y-1.5 border border-line p-2 align-top max-lg:block max-lg:h-auto ${isInMonth ? 'bg-surface' : 'bg-sunken'} ${entries.length === 0 ? 'max-lg:hidden' : ''}`}
                >
                  <DayHead day={day} holiday={holiday} />
                  {entries.map((entry) => (
                    <CalendarEntry key={`${entry.reference} ${entry.start}`} entry={entry} zone={zone} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
