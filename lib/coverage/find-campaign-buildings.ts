import { formatHouseNumber } from '@/lib/addresses/house-number'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canReadCoverage } from '@/lib/auth/policies'
import { csvLine } from '@/lib/csv-line'
import { database } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { findBuildings } from './campaign-queries'
import { type Campaign, type CampaignBuilding, campaignInput } from './coverage'

/** As many as a campaign can visit; who wants more asks for larger buildings. */
const MOST_BUILDINGS = 50_000

/** Buildings where a campaign would reach the most people, counted now. No personal data is in them. Throws `forbidden`, `bad_input`. */
export async function findCampaignBuildings(actor: Actor, raw: Record<string, unknown>, now: Date): Promise<CampaignBuilding[]> {
  requirePolicy(actor, canReadCoverage(actor))
  const campaign: Campaign = parseInput(campaignInput, raw)
  const db = database()
  const buildings = await findBuildings(db, campaign, MOST_BUILDINGS)
  await recordAudit(
    db,
    actor,
    { action: 'coverage.export', subject: 'coverage:buildings', after: { ...campaign, found: buildings.length } },
    now,
  )
  return buildings
}

/** Without it, spreadsheets take UTF-8 for something else. */
const BYTE_ORDER_MARK = '\uFEFF'

/** The columns, in their order. Other programs read them: add to the end only. */
const COLUMNS: Record<string, (row: CampaignBuilding) => string | number> = {
  street: ({ street }) => street,
  number: formatHouseNumber,
  postcode: ({ postcode }) => postcode,
  municipality: ({ municipality }) => municipality,
  district: ({ district }) => district,
  dwellings: ({ dwellings }) => dwellings,
  dwellings_unreached: ({ unreached }) => unreached,
  accounts: ({ accounts }) => accounts,
  accounts_reachable: ({ reachable }) => reachable,
  coverage_percent: ({ accounts, reachable }) => Math.round((100 * reachable) / Math.max(1, accounts)),
}

/** The buildings as CSV: UTF-8 with a byte order mark. */
export async function* writeBuildingsCsv(buildings: CampaignBuilding[]): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS))
  const cells = Object.values(COLUMNS)
  for (const row of buildings) yield csvLine(cells.map((cell) => cell(row)))
}
