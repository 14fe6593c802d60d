import type { MessageButton, OutgoingMessage } from '@/lib/channels/channels'
import { unsubscribeUrl } from '@/lib/contacts/unsubscribe-token'
import type { Channel } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'

/** A message of the ledger with all that is to be said. */
export interface LedgerMessage {
  id: bigint
  channel: Channel
  contactId: number
  noticeId: number
  to: string
  language: string
  subject: string | null
  text: string
  segments: number | null
  batchKey: string | null
  notAfter: Date
  isCallCentre: boolean
  buttons?: MessageButton[][]
  threadId?: number | null
}

/** Without a secret there are no links that prove whose they are. */
function stopLink(contactId: number, noticeId: number): string | null {
  const { NEXTAUTH_SECRET, PUBLIC_URL } = env()
  return NEXTAUTH_SECRET === undefined ? null : unsubscribeUrl(contactId, PUBLIC_URL, NEXTAUTH_SECRET, noticeId)
}

/** What its channel gets of a message of the ledger: the same each time, save for how long it is still of use. */
export function toOutgoing(message: LedgerMessage, now: Date): OutgoingMessage {
  const { id, channel, contactId, noticeId, to, language, subject, text, segments, batchKey, notAfter, isCallCentre, buttons, threadId } =
    message
  return {
    id: String(id),
    to,
    language,
    subject,
    text,
    segments,
    batchKey,
    usefulSeconds: Math.max(0, Math.floor((notAfter.getTime() - now.getTime()) / 1000)),
    unsubscribeUrl: channel === 'email' && !isCallCentre ? stopLink(contactId, noticeId) : null,
    ...(buttons && { buttons }),
    ...(threadId != null && { threadId }),
  }
}
