import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { csvLine } from '@/lib/csv-line'
import { inZone } from '@/lib/wall-clock'
import { listWorks, type WorksFilter } from './list-works'
import type { WorksListItem } from './works'

/** Without it, spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF'
const PAGE = 1_000

function inWords(instant: string | null, zone: string): string | null {
  return instant && inZone(new Date(instant), zone).toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** The columns, in their order. Other programs read them: add to the end only. */
const COLUMNS: Record<string, (works: WorksListItem, zone: string) => string | number | null> = {
  reference: ({ reference }) => reference,
  service: ({ service }) => service,
  title: ({ title }) => title,
  state: ({ state }) => state,
  version: ({ version }) => version,
  first_start: ({ firstStart }, zone) => inWords(firstStart, zone),
  last_end: ({ lastEnd }, zone) => inWords(lastEnd, zone),
  service_points: ({ servicePoints }) => servicePoints,
}

/** The works that fit a filter as CSV, a thousand at a time: UTF-8 with a byte order mark, times in `zone` with their offset. */
export function writeWorksCsv(actor: Actor, filter: WorksFilter, zone: string): AsyncGenerator<string> {
  requirePolicy(actor, canReadWorks(actor))
  return writePages(actor, filter, zone)
}

async function* writePages(actor: Actor, filter: WorksFilter, zone: string): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS))
  const cells = Object.values(COLUMNS)
  for (let offset = 0; ; offset += PAGE) {
    const { works } = await listWorks(actor, filter, { offset, limit: PAGE })
    if (works.length === 0) return
    yield works.map((row) => csvLine(cells.map((cell) => cell(row, zone)))).join('')
  }
}
