import { isDemo } from '@/lib/channels/clock-guard'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'

/** Domains that RFC 2606 keeps for examples: the demo's customers have their mailboxes there, and nobody in truth. */
const MADE_UP = ['@example.com', '@example.org'].map((domain) => ({ value: { endsWith: domain } }))

/**
 * A customer of the demo to try: number of account and meter. Null where a real channel is configured, and where customers were imported: there nobody
 * is shown anybody's.
 */
export async function findDemoCustomer(): Promise<{ number: string; meter: string } | null> {
  if (!isDemo(env())) return null
  const account = await database().account.findFirst({
    where: {
      active: true,
      meterNumber: { not: '' },
      holder: { contacts: { some: { state: 'confirmed', channel: 'email', OR: MADE_UP } } },
    },
    select: { number: true, meterNumber: true },
    orderBy: { id: 'asc' },
  })
  return account && { number: account.number, meter: account.meterNumber }
}
