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

type Stoppable = Pick<LedgerMessage, 'channel' | 'contactId' | 'noticeId' | 'isCallCentre'>

/** The link below an e-mail that stops it. Without a secret there are no links that prove whose they are. */
export function stopLink({ channel, contactId, noticeId, isCallCentre }: Stoppable): string | null {
  const { NEXTAUTH_SECRET, PUBLIC_URL } = env()
  if (channel !== 'email' || isCallCentre || NEXTAUTH_SECRET === undefined) return null
  return unsubscribeUrl(contactId, PUBLIC_URL, NEXTAUTH_SECRET, noticeId)
}

/** What its channel gets of a message of the ledger: the same each time, save for how long it is still of use. */
export function toOutgoing(message: LedgerMessage, now: Date): OutgoingMessage {
  const { id, to, language, subject, text, segments, batchKey, notAfter, buttons, threadId } = message
  return {
    id: String(id),
    to,
    language,
    subject,
    text,
    segments,
    batchKey,
    usefulSeconds: Math.max(0, Math.floor((notAfter.getTime() - now.getTime()) / 1000)),
    unsubscribeUrl: stopLink(message),
    ...(buttons && { buttons }),
    ...(threadId != null && { threadId }),
  }
}
