import { PLACE_FIELDS, type Place, readPlace } from '@/lib/addresses/read-place'
import type { Db } from '@/lib/db/client'
import { Channel, type ContactState, type SubscriptionRole } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import { LOCALES } from '@/lib/i18n/locales'
import type { StagedRow } from '@/lib/imports/import-plan'
import type { ImportField } from '@/lib/imports/imports'
import { readFlag, readOneOf } from '@/lib/imports/read-words'
import type { Row } from '@/lib/imports/row'
import { stagedColumn } from '@/lib/imports/staged-column'
import { normaliseContact } from './normalise-contact'

export const CONTACT_FIELDS: readonly ImportField[] = [
  { name: 'account' },
  ...PLACE_FIELDS,
  { name: 'channel', required: true },
  { name: 'value', required: true },
  { name: 'language' },
  { name: 'role' },
  { name: 'confirmed' },
]

const CHANNELS = Object.values(Channel)
const ROLES = ['holder', 'resident', 'building_manager'] as const satisfies readonly SubscriptionRole[]

/** Null stands for what the file does not say. */
export interface StagedContact extends StagedRow, Partial<Place> {
  account: string | null
  channel: Channel
  value: string
  language: string | null
  role: SubscriptionRole
  state: ContactState
}

function readTarget(row: Row, country: string): Pick<StagedContact, 'account'> & Partial<Place> {
  const account = row.filled('account')
  const place = readPlace(row, country)
  if (account && place) throw badInput('import_both_targets', 'account')
  if (!account && !place) throw badInput('import_no_target', 'account')
  return { account, ...place }
}

/**
 * Reads one row of a file of contacts; `country` is the utility's. A contact counts as confirmed unless the row says otherwise: the utility vouches
 * for what it imports. Whoever has an account is its holder, whoever has only an address a resident, unless the row says otherwise.
 */
export function readContact(row: Row, line: number, country: string): StagedContact {
  const channel = readOneOf(row, 'channel', CHANNELS)
  if (!channel) throw badInput('import_value_missing', 'channel')
  const target = readTarget(row, country)
  return {
    line,
    ...target,
    channel,
    value: normaliseContact(channel, row.required('value'), country),
    language: readOneOf(row, 'language', LOCALES),
    role: readOneOf(row, 'role', ROLES) ?? (target.account ? 'holder' : 'resident'),
    state: readFlag(row, 'confirmed') === false ? 'unconfirmed' : 'confirmed',
  }
}

/** Writes a group of rows to staging. */
export async function stageContacts(db: Db, runId: number, rows: readonly StagedContact[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.contact (run_id, line, account, municipality_key, street_key, number, suffix, channel, value, language, role, state)
    SELECT ${runId}::int, * FROM unnest(
      ${stagedColumn(rows, 'line')}::int[], ${stagedColumn(rows, 'account')}, ${stagedColumn(rows, 'municipalityKey')},
      ${stagedColumn(rows, 'streetKey')}, ${stagedColumn(rows, 'number')}::int[], ${stagedColumn(rows, 'suffix')},
      ${stagedColumn(rows, 'channel')}::channel[], ${stagedColumn(rows, 'value')}, ${stagedColumn(rows, 'language')},
      ${stagedColumn(rows, 'role')}::subscription_role[], ${stagedColumn(rows, 'state')}::contact_state[])`
}
