import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import type { ImportPlan } from '@/lib/imports/import-plan'
import type { ImportRequest, ImportSummary } from '@/lib/imports/imports'
import { runImport } from '@/lib/imports/run-import'
import { checkAddresses } from './check-addresses'
import { extendServedArea } from './extend-served-area'
import { mergeAddresses } from './merge-addresses'
import { ADDRESS_FIELDS, readAddress, type StagedAddress, stageAddresses } from './stage-addresses'

export interface AddressImportRequest extends ImportRequest {
  /** Addresses outside the served area widen it, instead of being rejected. */
  extendServedArea?: boolean
}

function addressPlan(country: string | null, mayExtend: boolean): ImportPlan<StagedAddress> {
  return {
    kind: 'addresses',
    table: 'address',
    fields: ADDRESS_FIELDS,
    read: (row, line) => readAddress(row, line, country),
    stage: stageAddresses,
    check: (db, runId) => checkAddresses(db, runId, mayExtend),
    merge: async (db, runId, count) => {
      if (mayExtend) await extendServedArea(db, runId)
      return mergeAddresses(db, runId, count)
    },
  }
}

/**
 * Imports a file of addresses, and the municipalities and streets that it names. An address is known by municipality, street, number and suffix.
 * Throws as runImport does.
 */
export async function importAddresses(actor: Actor, request: AddressImportRequest, now: Date): Promise<ImportSummary> {
  const utility = await database().utility.findUnique({ where: { id: 1 }, select: { country: true } })
  return runImport(actor, addressPlan(utility?.country ?? null, request.extendServedArea ?? false), request, now)
}
