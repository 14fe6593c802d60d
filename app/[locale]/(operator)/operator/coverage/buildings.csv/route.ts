import { findCampaignBuildings, writeBuildingsCsv } from '@/lib/coverage/find-campaign-buildings'
import { download } from '@/lib/http/download'
import { staffRoute } from '@/lib/http/staff-route'

/** GET …/coverage/buildings.csv?dwellings=4&below=50&service=water: buildings worth a campaign, counted now; no personal data. */
export const GET = staffRoute(async ({ actor, query, now }) => {
  const wanted = Object.fromEntries([...query].filter(([, value]) => value !== ''))
  const buildings = await findCampaignBuildings(actor, wanted, now)
  return download(writeBuildingsCsv(buildings), {
    type: 'text/csv; charset=utf-8',
    fileName: `buildings-${now.toISOString().slice(0, 10)}.csv`,
  })
})
