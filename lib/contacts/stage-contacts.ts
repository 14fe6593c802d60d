import { PLACE_FIELDS, type PlaceReader } from '@/lib/addresses/read-place'
import type { Db } from '@/lib/db/client'
import { Channel, type ContactState, type SubscriptionRole } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import { LOCALES } from '@/lib/i18n/locales'
import type { StagedRow } from '@/lib/imports/import-plan'
import type { ImportField } from '@/lib/imports/imports'
import { readFlag, readOneOf } from '@/lib/imports/read-words'
import type { Row } from '@/lib/imports/row'
import { stagedPlain, stagedTexts } from '@/lib/imports/staged-columns'
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
export interface StagedContact extends StagedRow {
  account: string | null
  streetId: number | null
  number: number | null
  suffix: string | null
  channel: Channel
  value: string
  language: string | null
  role: SubscriptionRole
  state: ContactState
}

function readTarget(row: Row, places: PlaceReader): Pick<StagedContact, 'account' | 'streetId' | 'number' | 'suffix'> {
  const account = row.filled('account')
  const place = places.read(row)
  if (account && place) throw badInput('import_both_targets', 'account')
  if (!account && !place) throw badInput('import_no_target', 'account')
  return { account, streetId: place?.streetId ?? null, number: place?.number ?? null, suffix: place?.suffix ?? null }
}

/**
 * Reads one row of a file of contacts; `country` is the utility's. A contact counts as confirmed unless the row says otherwise: the utility vouches
 * for what it imports. Whoever has an account is its holder, whoever has only an address a resident, unless the row says otherwise.
 */
export function readContact(row: Row, line: number, country: string, places: PlaceReader): StagedContact {
  const channel = readOneOf(row, 'channel', CHANNELS)
  if (!channel) throw badInput('import_value_missing', 'channel')
  const target = readTarget(row, places)
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

/** Writes a group of rows to staging, with the account or address that each follows. */
export async function stageContacts(db: Db, runId: number, rows: readonly StagedContact[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.contact (run_id, line, account, account_id, street_id, address_id, channel, value, language, role, state)
    SELECT ${runId}::int, r.line, r.account, (SELECT a.id FROM account a WHERE a.number = r.account), r.street_id,
      (SELECT a.id FROM address a WHERE (a.street_id, a.number, a.suffix) = (r.street_id, r.number, r.suffix)), r.channel, r.value, r.language, r.role, r.state
    FROM unnest(
      ${stagedPlain(rows, 'line')}::int[], ${stagedTexts(rows, 'account')}, ${stagedPlain(rows, 'streetId')}::int[],
      ${stagedPlain(rows, 'number')}::int[], ${stagedTexts(rows, 'suffix')}, ${stagedPlain(rows, 'channel')}::channel[],
      ${stagedTexts(rows, 'value')}, ${stagedTexts(rows, 'language')}, ${stagedPlain(rows, 'role')}::subscription_role[],
      ${stagedPlain(rows, 'state')}::contact_state[]
    ) AS r (line, account, street_id, number, suffix, channel, value, language, role, state)`
}
