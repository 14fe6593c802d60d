import { z } from 'zod'
import { equalSecrets } from '@/lib/channels/equal-secrets'
import type { Db } from '@/lib/db/client'
import { Service } from '@/lib/db/generated/enums'
import { getSignInRules } from '@/lib/utility/sign-in-rules'
import { giveAccess } from './give-access'
import { forgiveGuess, takeGuess } from './guesses'
import { compact, EIC_TAIL, type ReadProof, readAccountNumber, readProof } from './read-proof'

export interface AccountProof {
  /** As on the bill. */
  number: string
  /** The meter's number; for power also the EIC code, or its last five characters. */
  proof: string
  /** What counts as one client: lib/http/client-key.ts, or a chat. */
  client: string
  /** Who gives it, where they are known already. */
  personId?: number
}

const rows = z.array(
  z.object({ id: z.number(), service: z.enum(Service), meterNumber: z.string(), eicCode: z.string().nullable(), active: z.boolean() }),
)
type Found = z.infer<typeof rows>[number]

/** Compared with, where there is no such account. Longer than any proof that is read. */
const NOTHING = 'x'.repeat(64)
const NO_ACCOUNT = { service: 'power', meterNumber: NOTHING, eicCode: NOTHING, active: false } as const

/** The account with this number, spelled as it was typed before it is spelled as we compare. */
async function findAccount(db: Db, typed: string, number: string): Promise<Found | null> {
  const spellings = [...new Set([typed.trim(), typed.trim().toUpperCase(), number])]
  const found = await db.$queryRaw`
    SELECT account.id, service_point.service::text, account.meter_number AS "meterNumber", account.eic_code AS "eicCode", account.active
    FROM account JOIN service_point ON service_point.id = account.service_point_id
    WHERE account.number = ANY (${spellings}::text[])
    ORDER BY array_position(${spellings}::text[], account.number) LIMIT 1`
  return rows.parse(found)[0] ?? null
}

/** Compares all there is to compare, whatever comes out: an account without a meter number or EIC code is proved by neither. */
function isProved(account: Omit<Found, 'id'>, { meter, eic }: ReadProof): boolean {
  const byMeter = equalSecrets(meter, compact(account.meterNumber) || NOTHING)
  const code = compact(account.eicCode ?? '') || NOTHING
  const byEic = [code, code.slice(-EIC_TAIL)].map((one) => equalSecrets(eic, one)).includes(true)
  return account.active && (byMeter || (byEic && account.service === 'power'))
}

/**
 * Whether somebody has the bill of an account: then they get access to it, as its holder where nobody is. Null says "no such account" and
 * "wrong meter" alike, after the same statements. What was counted must last: a caller's transaction is to be committed also after null.
 *
 * Throws `too_many_requests` with the `seconds` to wait after failures of this number (whether anybody has it or not), of this client, or of all;
 * `bad_input` where number or proof cannot be one, or an EIC code's check character is wrong: that is a slip, and no guess.
 */
export async function proveAccount(
  db: Db,
  { number: typed, proof, client, personId }: AccountProof,
  now: Date,
): Promise<{ accountId: number; personId: number } | null> {
  const number = readAccountNumber(typed, await getSignInRules(db))
  const read = readProof(proof)
  const account = await findAccount(db, typed, number)
  await takeGuess(db, { number, client, accountId: account?.id ?? null }, now)
  if (!isProved(account ?? NO_ACCOUNT, read) || !account) return null
  await forgiveGuess(db, { number, client }, now)
  const source = client
  const who = await giveAccess(db, { accountId: account.id, source, ...(personId !== undefined && { personId }) }, now)
  return { accountId: account.id, personId: who }
}
