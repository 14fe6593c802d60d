import type { Actor } from '@/lib/auth/actor'
import type { CallerHit } from '@/lib/call-centre/call-centre'
import { findCallers } from '@/lib/call-centre/find-callers'
import { database } from '@/lib/db/client'
import type { StaffRole } from '@/lib/db/generated/enums'
import { addHousehold } from './factories'

export const NOW = new Date('2026-11-22T09:00:00Z')

export const staff = (role: StaffRole): Actor => ({ kind: 'staff', id: 7, email: 's@example.org', name: 'S', role, source: '127.0.0.1' })
export const CALL_CENTRE = staff('call_centre')

export const PHONE = '+393331234567'
const EMAIL = 'anna.rossi@example.org'

async function accountAt(addressId: number): Promise<number> {
  const { id } = await database().account.findUniqueOrThrow({ where: { number: `A-${addressId}` }, select: { id: true } })
  return id
}

/** Two people who call, far from each other: one with a telephone, one with a mailbox; and their accounts. */
export async function addCallers() {
  const anna = await addHousehold({ x: 5, y: 5, street: 'via Garibaldi', number: 12, channel: 'sms', value: PHONE, language: 'it' })
  const bruno = await addHousehold({ x: 30, y: 30, street: 'via Verdi', number: 3, channel: 'email', value: EMAIL, language: 'lt' })
  const [annaAccount, brunoAccount] = [await accountAt(anna.addressId), await accountAt(bruno.addressId)]
  await database().account.update({ where: { id: annaAccount }, data: { meterNumber: 'MTR 7781', holderName: 'Anna Bianchi' } })
  return { anna, bruno, annaAccount, brunoAccount }
}

export const findHits = async (text: string, actor: Actor = CALL_CENTRE) => (await findCallers(actor, { text }, NOW)).hits
export const accountsOf = (hits: CallerHit[]) => hits.flatMap((hit) => (hit.kind === 'account' ? [hit.id] : []))
