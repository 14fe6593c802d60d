import type {
  Channel,
  ContactState,
  MessageState,
  NoticeKind,
  Service,
  SubscriptionRole,
  SupportNeedKind,
  Topic,
} from '@/lib/db/generated/enums'
import type { Outage, Outages } from '@/lib/works/works'

/** How things stand at an account's or a followed address. */
export interface SupplyStatus {
  status: Outages['status']
  /** The next works, or those that run; null where none are known. */
  next: Outage | null
}

export interface OwnAccount extends SupplyStatus {
  id: number
  number: string
  service: Service
  /** Null where the service point has none. */
  address: string | null
  addressId: number | null
}

export interface OwnEnrolment extends SupplyStatus {
  addressId: number
  address: string
  /** ISO instant until which it is kept without a word; null: for as long as somebody wants. */
  renewBy: string | null
  told: Told[]
}

/** One contact that is told of an account or address, and of what. */
export interface Told {
  subscriptionId: number
  contactId: number
  channel: Channel
  /** Masked: nobody sees more of it, not even its owner. */
  to: string
  state: ContactState
  role: SubscriptionRole
  topics: Topic[]
  /** ISO instant; null while it is told. */
  pausedUntil: string | null
  /** Paused until somebody resumes it. */
  isPausedForGood: boolean
  /** Whether the contact is the reader's own; else it is somebody's whom they added, or who is told beside them. */
  isOwn: boolean
  language: string
}

/** What was sent about an account, with what became of it. */
export interface SentMessage {
  id: string
  reference: string
  title: string
  kind: NoticeKind
  channel: Channel
  /** Masked. */
  to: string
  state: MessageState
  /** ISO instants; null while it is not so far. */
  sentAt: string | null
  deliveredAt: string | null
  /** Null of messages to somebody else's contact: these may name other addresses. */
  text: string | null
}

export interface OwnAccountDetail extends OwnAccount {
  told: Told[]
  sent: SentMessage[]
  needs: SupportNeedKind[]
}
