import type { Actor } from '@/lib/auth/actor'
import type { ImportPlan } from '@/lib/imports/import-plan'
import type { ImportRequest, ImportSummary } from '@/lib/imports/imports'
import { runImport } from '@/lib/imports/run-import'
import { checkAccounts } from './check-accounts'
import { mergeAccounts } from './merge-accounts'
import { ACCOUNT_FIELDS, readAccount, type StagedAccount, stageAccounts } from './stage-accounts'

const ACCOUNT_PLAN: ImportPlan<StagedAccount> = {
  kind: 'accounts',
  table: 'account',
  fields: ACCOUNT_FIELDS,
  read: readAccount,
  key: ({ number }) => number,
  stage: stageAccounts,
  check: checkAccounts,
  merge: mergeAccounts,
}

/** Imports a file of accounts of service points that are there already. An account is known by its number. Throws as runImport does. */
export function importAccounts(actor: Actor, request: ImportRequest, now: Date): Promise<ImportSummary> {
  return runImport(actor, ACCOUNT_PLAN, request, now)
}
