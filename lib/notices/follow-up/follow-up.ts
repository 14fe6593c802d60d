import type { Channel, MessageState, NoticeKind } from '@/lib/db/generated/enums'

/** Somebody whom a notice did not reach, and whom nobody told in another way since. */
export interface Failure {
  messageId: string
  notice: NoticeKind
  channel: Channel
  /** Masked: enough to recognise it when it is read out. */
  contact: string
  state: MessageState
  errorCode: string | null
  /** Where to mend the contact: one of its accounts, or its address; null for neither. */
  accountId: number | null
  addressId: number | null
  address: string | null
}

/** What somebody wrote back. */
export interface WorksReply {
  id: string
  channel: Channel
  contact: string
  text: string
  /** ISO instants. */
  at: string
  readBy: string | null
  readAt: string | null
  accountId: number | null
  addressId: number | null
}

export interface FollowUp {
  failures: Failure[]
  /** How many there are; `failures` holds the first 500. */
  failureCount: number
  replies: WorksReply[]
}
