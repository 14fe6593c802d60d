import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import { Service, WorksState } from '@/lib/db/generated/enums'
import { dayOffOf } from '@/lib/regulation/working-days'
import { getUtility } from '@/lib/utility/queries'
import { atWallClock, inZone } from '@/lib/wall-clock'
import type { WorksFilter } from './list-works'

/** One window of works on one day of a calendar. */
export interface CalendarEntry {
  reference: string
  title: string
  service: Service
  state: WorksState
  /** ISO instants of the window. */
  start: string
  end: string
  /** The window began on an earlier day. */
  isContinued: boolean
}

export interface CalendarDay {
  /** "2026-12-08" */
  day: string
  isInMonth: boolean
  /** Why it is not worked: a public holiday's name, "" for the patron day; null for any other day. */
  holiday: string | null
  entries: CalendarEntry[]
}

const rows = z.array(
  z.object({
    reference: z.string(),
    title: z.string(),
    service: z.enum(Service),
    state: z.enum(WorksState),
    startsAt: z.date(),
    endsAt: z.date(),
  }),
)

async function findWindows(filter: Pick<WorksFilter, 'state' | 'service'>, start: Date, end: Date) {
  const { state = null, service = null } = filter
  const found = await database().$queryRaw`
    SELECT works.reference, works.title, works.service::text AS service, works.state::text AS state,
           works_window.starts_at AS "startsAt", works_window.ends_at AS "endsAt"
    FROM works
    JOIN works_part ON works_part.works_id = works.id AND works_part.version = works.version
    JOIN works_window ON works_window.part_id = works_part.id
    WHERE works_window.starts_at < ${end} AND works_window.ends_at > ${start}
      AND (${state}::works_state IS NULL OR works.state = ${state}::works_state)
      AND (${service}::service IS NULL OR works.service = ${service}::service)
    GROUP BY works.id, works_window.starts_at, works_window.ends_at
    ORDER BY works_window.starts_at, works.reference`
  return rows.parse(found)
}

/** The weeks, Monday first, that a month ("2026-12") touches. */
function weeksOf(month: Temporal.PlainYearMonth): Temporal.PlainDate[][] {
  const first = month.toPlainDate({ day: 1 })
  const monday = first.subtract({ days: first.dayOfWeek - 1 })
  const days = Math.ceil((first.dayOfWeek - 1 + month.daysInMonth) / 7) * 7
  const all = Array.from({ length: days }, (_, offset) => monday.add({ days: offset }))
  return Array.from({ length: days / 7 }, (_, week) => all.slice(week * 7, week * 7 + 7))
}

/** The month that an address asks for, or the one of `now` in `zone`. */
export function readMonth(text: unknown, now: Date, zone: string): Temporal.PlainYearMonth {
  const isMonth = typeof text === 'string' && /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text)
  return isMonth ? Temporal.PlainYearMonth.from(text) : inZone(now, zone).toPlainDate().toPlainYearMonth()
}

/** The works of a month, week by week and day by day on the utility's clocks; each window stands on each day that it touches. */
export async function findCalendar(
  actor: Actor,
  month: Temporal.PlainYearMonth,
  filter: Pick<WorksFilter, 'state' | 'service'> = {},
): Promise<CalendarDay[][]> {
  requirePolicy(actor, canReadWorks(actor))
  const { zone, country, patronDay } = await getUtility()
  const weeks = weeksOf(month)
  const days = weeks.flat()
  const [first, last] = [days[0] ?? month.toPlainDate({ day: 1 }), days.at(-1) ?? month.toPlainDate({ day: 1 })]
  const windows = await findWindows(filter, atWallClock(first, '00:00', zone), atWallClock(last.add({ days: 1 }), '00:00', zone))
  const dayOff = dayOffOf(country, patronDay)
  const entriesOf = (day: Temporal.PlainDate): CalendarEntry[] => {
    const [from, to] = [atWallClock(day, '00:00', zone), atWallClock(day.add({ days: 1 }), '00:00', zone)]
    return windows
      .filter(({ startsAt, endsAt }) => startsAt < to && endsAt > from)
      .map(({ startsAt, endsAt, ...works }) => ({
        ...works,
        start: startsAt.toISOString(),
        end: endsAt.toISOString(),
        isContinued: startsAt < from,
      }))
  }
  return weeks.map((week) =>
    week.map((day) => {
      const off = dayOff(day)
      const isInMonth = day.month === month.month
      return { day: day.toString(), isInMonth, holiday: off && off.kind !== 'weekend' ? (off.name ?? '') : null, entries: entriesOf(day) }
    }),
  )
}
