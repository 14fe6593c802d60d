import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { Channel } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { badInput } from '@/lib/errors'
import type { ContactEnd } from './queries'

/** Kept keyed, so that nobody reads in the table who wanted to be forgotten. */
function digestEnd({ channel, value }: ContactEnd): Buffer {
  const secret = env().NEXTAUTH_SECRET
  if (!secret) throw badInput('refusals_without_secret', 'NEXTAUTH_SECRET')
  return createHmac('sha256', secret).update(`refusal:${channel}:${value}`).digest()
}

const end = { channel: z.enum(Channel), value: z.string() }
const leaving = z.array(z.object({ ...end, accountId: z.number().nullable(), addressId: z.number().nullable() }))

/**
 * Remembers that people leave accounts and addresses by their own will, before their subscriptions are taken away: the utility's next file of contacts
 * names them still, and does not bring them back. `which` says which subscriptions, with `contact` beside them. Those of ends that nobody ever
 * confirmed are not meant: whoever has these in truth said nothing.
 */
export async function rememberRefusals(db: Db, which: Prisma.Sql): Promise<void> {
  const rows = await db.$queryRaw`
    SELECT contact.channel::text AS channel, contact.value, account_id AS "accountId", address_id AS "addressId"
    FROM subscription JOIN contact ON contact.id = subscription.contact_id
    WHERE contact.state <> 'unconfirmed' AND subscription.role <> 'call_centre' AND (${which})`
  const data = leaving.parse(rows).map(({ accountId, addressId, ...left }) => ({
    accountId,
    addressId,
    digest: Uint8Array.from(digestEnd(left)),
  }))
  await db.refusal.createMany({ data, skipDuplicates: true })
}

const candidates = z.array(z.object({ ...end, line: z.number(), digest: z.instanceof(Uint8Array) }))

/**
 * Takes the rows of a staged file away whose end left their account or address, unless it came back by itself. Returns how many. Throws `bad_input`
 * where there are such and NEXTAUTH_SECRET is missing, which they are kept with.
 */
export async function leaveOutRefused(db: Db, runId: number): Promise<number> {
  const rows = await db.$queryRaw`
    WITH refused AS (
      SELECT staged.line, refusal.digest FROM refusal JOIN staging.contact staged USING (account_id) WHERE staged.run_id = ${runId}::int
      UNION ALL
      SELECT staged.line, refusal.digest FROM refusal JOIN staging.contact staged USING (address_id) WHERE staged.run_id = ${runId}::int
    )
    SELECT staged.line, staged.channel::text AS channel, staged.value, refused.digest
    FROM refused JOIN staging.contact staged ON staged.run_id = ${runId}::int AND staged.line = refused.line
    WHERE NOT EXISTS (
      SELECT FROM subscription JOIN contact ON contact.id = subscription.contact_id
      WHERE contact.channel = staged.channel AND contact.value = staged.value AND contact.state <> 'unconfirmed'
        AND (subscription.account_id = staged.account_id OR subscription.address_id = staged.address_id))`
  const refused = candidates.parse(rows).filter(({ digest, ...row }) => digestEnd(row).equals(digest))
  const lines = refused.map(({ line }) => line)
  return db.$executeRaw`DELETE FROM staging.contact WHERE run_id = ${runId}::int AND line = ANY (${lines}::int[])`
}
