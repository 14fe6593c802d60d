import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { CustomerSignInMethod } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { openSealed, sealText } from './seal'

/** Minutes for choosing as whom to go on, where a telephone is several people's. */
const MINUTES = 10
const OWNER = 'customer-ticket'

const shape = z.object({
  sessionId: z.uuid(),
  personId: z.number().int().positive(),
  method: z.enum(CustomerSignInMethod),
  until: z.coerce.date(),
})

/** What next-auth turns into a session. It becomes the session's id, so that it works once. */
export interface CustomerTicket {
  sessionId: string
  personId: number
  method: CustomerSignInMethod
}

/** Tickets for the same sign-in as different people: whichever is used first makes the others useless. Sealed with NEXTAUTH_SECRET. */
export function sealTickets(personIds: number[], method: CustomerSignInMethod, now: Date): string[] {
  const sessionId = randomUUID()
  const until = new Date(now.getTime() + MINUTES * 60_000)
  return personIds.map((personId) => sealText(JSON.stringify({ sessionId, personId, method, until }), OWNER, env().NEXTAUTH_SECRET ?? ''))
}

/** What a ticket says; null for one that is not ours, or too old. */
export function openTicket(ticket: string, now: Date): CustomerTicket | null {
  const text = openSealed(ticket, OWNER, env().NEXTAUTH_SECRET ?? '')
  if (text === null) return null
  const { until, ...rest } = shape.parse(JSON.parse(text))
  return until > now ? rest : null
}
