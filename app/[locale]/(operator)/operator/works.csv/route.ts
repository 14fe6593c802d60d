import { download } from '@/lib/http/download'
import { staffRoute } from '@/lib/http/staff-route'
import { getUtility } from '@/lib/utility/queries'
import { readWorksFilter } from '@/lib/works/works-filter'
import { writeWorksCsv } from '@/lib/works/write-works-csv'

/** GET …/operator/works.csv: the works that fit the filter of the list, for staff. */
export const GET = staffRoute(async ({ actor, query }) => {
  const { zone } = await getUtility()
  const filter = readWorksFilter(Object.fromEntries(query))
  return download(writeWorksCsv(actor, filter, zone), { type: 'text/csv; charset=utf-8', fileName: 'works.csv' })
})
