import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import type { StagedRow } from '@/lib/imports/import-plan'
import type { ImportField } from '@/lib/imports/imports'
import { readFlag } from '@/lib/imports/read-words'
import type { Row } from '@/lib/imports/row'
import { stagedPlain, stagedTexts } from '@/lib/imports/staged-columns'
import { isValidEic } from './eic'
import { readService } from './stage-service-points'

export const ACCOUNT_FIELDS: readonly ImportField[] = [
  { name: 'number', required: true },
  { name: 'service', required: true },
  { name: 'service_point', required: true },
  { name: 'meter_number' },
  { name: 'eic_code' },
  { name: 'holder_name' },
  { name: 'active' },
]

/** Null stands for what the file does not say. */
export interface StagedAccount extends StagedRow {
  number: string
  service: Service
  servicePoint: string
  meterNumber: string | null
  /** Empty where the file has the column and the account no code. */
  eicCode: string | null
  holderName: string | null
  active: boolean | null
}

function readEic(row: Row): string | null {
  const code = row.text('eic_code')?.toUpperCase() ?? null
  if (code && !isValidEic(code)) throw badInput('import_bad_eic', 'eic_code')
  return code
}

/** Reads one row of a file of accounts. */
export function readAccount(row: Row, line: number): StagedAccount {
  return {
    line,
    number: row.required('number'),
    service: readService(row),
    servicePoint: row.required('service_point'),
    meterNumber: row.text('meter_number'),
    eicCode: readEic(row),
    holderName: row.text('holder_name'),
    active: readFlag(row, 'active'),
  }
}

/** Writes a group of rows to staging. */
export async function stageAccounts(db: Db, runId: number, rows: readonly StagedAccount[]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO staging.account (run_id, line, number, service, service_point, meter_number, eic_code, holder_name, active)
    SELECT ${runId}::int, * FROM unnest(
      ${stagedPlain(rows, 'line')}::int[], ${stagedTexts(rows, 'number')}, ${stagedPlain(rows, 'service')}::service[],
      ${stagedTexts(rows, 'servicePoint')}, ${stagedTexts(rows, 'meterNumber')}, ${stagedTexts(rows, 'eicCode')},
      ${stagedTexts(rows, 'holderName')}, ${stagedPlain(rows, 'active')}::boolean[])`
}
