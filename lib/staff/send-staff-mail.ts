import { OUTBOX } from '@/lib/channels/outbox'
import { senderRegistry } from '@/lib/channels/registry'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import type { Locale } from '@/lib/i18n/locales'
import { getKnownUtility } from '@/lib/utility/get-known-utility'

export interface StaffMail {
  linkId: number
  to: string
  language: Locale
  subject: string
  text: string
}

/** A provider must not deliver it later: then the address in it is of no use. */
const USEFUL_SECONDS = 3600

/** How the mail names the sender where no utility was set up yet, as before the first administrator. */
const NAMELESS = { name: 'Preavviso', sender: 'Preavviso' }

/**
 * Hands one mail to the e-mail channel at once, and notes whether it was taken; says the same. It is not tried again by itself: whoever asked
 * for it is told. The text, which holds a token, is kept only where the outbox is the channel.
 */
export async function sendStaffMail({ linkId, to, language, subject, text }: StaffMail, now: Date): Promise<boolean> {
  const [sender = OUTBOX] = senderRegistry(env(), (await getKnownUtility()) ?? NAMELESS).email
  const data = { linkId, recipient: to, language, subject, provider: sender.name, createdAt: now }
  const { id } = await database().staffMail.create({ data: { ...data, text: sender === OUTBOX ? text : null }, select: { id: true } })
  const key = `staff-mail-${id}`
  const useful = { segments: null, usefulSeconds: USEFUL_SECONDS, unsubscribeUrl: null }
  const [result] = await sender.send([{ id: key, to, language, subject, text, ...useful, batchKey: key }])
  const isSent = result?.state === 'sent' || result?.state === 'delivered'
  const errorCode = result && 'errorCode' in result ? result.errorCode : null
  await database().staffMail.update({ where: { id }, data: { sentAt: isSent ? now : null, errorCode } })
  return isSent
}
