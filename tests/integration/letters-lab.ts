import { openLetterSecret } from '@/lib/contacts/letters/letter-secret'
import { database } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'

/** The letters to one end, in the order they were written. */
export function findLetters(to: string) {
  return database().letter.findMany({ where: { recipient: to }, orderBy: { id: 'asc' } })
}

/** Code and token of the last letter to an end that is still to be sent. */
export async function readLastSecret(to: string): Promise<{ code: string; token: string }> {
  const letter = (await findLetters(to)).at(-1)
  const opened = letter?.secret ? openLetterSecret(letter.secret, { channel: letter.channel, to }) : null
  if (!opened) throw new Error(`No secret for the last letter to this ${letter?.channel ?? 'end'}.`)
  return opened
}

/** Another six digits. */
export const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

export function findContacts(channel: Channel, value: string) {
  return database().contact.findMany({ where: { channel, value }, orderBy: { id: 'asc' }, include: { subscriptions: true } })
}
