import { openPlaceReader, type PlaceReader } from '@/lib/addresses/read-place'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import type { ImportPlan } from '@/lib/imports/import-plan'
import type { ImportRequest, ImportSummary } from '@/lib/imports/imports'
import { runImport } from '@/lib/imports/run-import'
import { getUtility } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'
import { checkContacts } from './check-contacts'
import { mergeContacts } from './merge-contacts'
import { CONTACT_FIELDS, readContact, type StagedContact, stageContacts } from './stage-contacts'

function contactPlan(utility: Pick<Utility, 'country' | 'defaultLanguage'>, places: PlaceReader, now: Date): ImportPlan<StagedContact> {
  return {
    kind: 'contacts',
    table: 'contact',
    fields: CONTACT_FIELDS,
    read: (row, line) => readContact(row, line, utility.country, places),
    stage: stageContacts,
    check: checkContacts,
    merge: (db, runId) => mergeContacts(db, runId, utility.defaultLanguage, now),
  }
}

/**
 * Imports a file of contacts and the accounts or addresses that they follow, which are there already. A row is known by channel, value and what it
 * follows. Throws as runImport does, and `not_found` where the utility was never set up: its country says how phone numbers are written.
 */
export async function importContacts(actor: Actor, request: ImportRequest, now: Date): Promise<ImportSummary> {
  return runImport(actor, contactPlan(await getUtility(), await openPlaceReader(database()), now), request, now)
}
