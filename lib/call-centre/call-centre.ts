import { z } from 'zod'
import type {
  CallNoteKind,
  Channel,
  ContactState,
  MessageState,
  NoticeKind,
  Service,
  SubscriptionRole,
  SupportNeedKind,
  WorksState,
} from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'
import { LOCALES } from '@/lib/i18n/locales'
import { lines } from '@/lib/plain-text'
import type { Outages, WindowText } from '@/lib/works/works'

/** Something that a search found; each leads to a screen of its own. */
export type CallerHit =
  | {
      kind: 'account'
      id: number
      number: string
      service: Service
      holderName: string
      /** Null where its service point has no address. */
      address: string | null
      isActive: boolean
    }
  | { kind: 'address'; id: number; label: string }
  | { kind: 'works'; reference: string; title: string; service: Service; state: WorksState }

/** What a search found, the likeliest first. */
export interface CallerSearch {
  hits: CallerHit[]
  /** There are more than are shown: the text says too little. */
  hasMore: boolean
}

/** Where a hit's screen is. Ids only: nothing that a caller said gets into an address, and so into histories and logs. */
export function callerPath(hit: CallerHit): string {
  if (hit.kind === 'works') return `/operator/call-centre/works/${hit.reference}`
  return `/operator/call-centre/${hit.kind === 'account' ? 'accounts' : 'addresses'}/${hit.id}`
}

export const searchInput = z.object({ text: z.string().trim().min(1).max(200) })

/** Whom a screen is about. */
export const callerInput = z.union([z.object({ accountId: z.int().positive() }), z.object({ addressId: z.int().positive() })])
export type CallerTarget = z.output<typeof callerInput>

/** One interruption as the caller asks about it. */
export interface CallerOutage extends WindowText {
  reference: string
  service: Service
  title: string
  /** `restored`: supply was said to be back before the planned end; `over`: the window has ended as planned. */
  state: 'coming' | 'running' | 'cancelled' | 'restored' | 'over'
  /** It takes longer than first announced. */
  isExtended: boolean
  /** What to say, in each language. */
  words: Record<Locale, string>
}

export interface CallerAccount {
  id: number
  number: string
  meterNumber: string
  eicCode: string | null
  holderName: string
  service: Service
  servicePoint: string
  kind: 'individual' | 'shared'
  units: number
  isActive: boolean
}

export interface CallerContact {
  id: number
  channel: Channel
  /** Masked: enough to recognise what the caller reads out. */
  value: string
  language: string
  state: ContactState
  unreachableReason: string | null
  /** Null for another contact of the account's holder, which does not hear of this account. */
  role: SubscriptionRole | null
  via: 'account' | 'address' | 'person'
  /** ISO instant. */
  confirmedAt: string | null
  /** What its owner wants less of here; null while it hears of works as they are planned. */
  wish: CallerWish | null
}

/** Why somebody who is confirmed may have heard nothing. */
export type CallerWish = { kind: 'stopped' } | { kind: 'paused'; until: string } | { kind: 'no_planned_works' }

/** One message to one of these contacts, from the ledger. */
export interface CallerMessage {
  id: string
  reference: string
  title: string
  kind: NoticeKind
  channel: Channel
  /** Masked. */
  to: string
  state: MessageState
  subject: string | null
  /** As it was sent; null before. */
  text: string | null
  errorCode: string | null
  /** ISO instants. */
  createdAt: string
  sentAt: string | null
  arrivedAt: string | null
}

export interface CallNote {
  id: string
  /** ISO instant. */
  at: string
  /** Who wrote it. */
  by: string
  kind: CallNoteKind
  text: string
  reference: string | null
}

/** How many calls were noted, by what they were about; `no_supply`: they say that they have none. */
export type CallNoteCounts = Record<CallNoteKind, number>

/** Everything about one caller on one screen. */
export interface CallerView {
  target: CallerTarget
  address: { id: number; label: string; district: string } | null
  /** The account that was asked for; null on the screen of an address. */
  account: CallerAccount | null
  /** All accounts at the address, the first ones where there are very many. */
  accounts: CallerAccount[]
  accountCount: number
  status: Outages['status']
  /** ISO instant. */
  asOf: string
  outages: CallerOutage[]
  /** How many said here in the last 24 hours that they still have no supply. */
  stillNone: number
  /** What somebody at the account said that they need when supply fails. */
  needs: SupportNeedKind[]
  /** Failed tries to get into the account with a meter number, while they are more than a slip; the last at an ISO instant. */
  guesses: { failures: number; lastAt: string } | null
  contacts: CallerContact[]
  messages: CallerMessage[]
  notes: CallNote[]
}

const target = { accountId: z.int().positive().optional(), addressId: z.int().positive().optional() }

function hasOneTarget({ accountId, addressId }: { accountId?: number | undefined; addressId?: number | undefined }): boolean {
  return (accountId === undefined) !== (addressId === undefined)
}

export const addContactInput = z
  .object({
    ...target,
    channel: z.enum(['sms', 'email']),
    value: z.string().trim().min(3).max(254),
    language: z.enum(LOCALES),
    role: z.enum(['holder', 'resident', 'building_manager']),
    /** Whether the member of staff has read it back to the caller, who said that it is right. */
    isReadBack: z.boolean(),
  })
  .refine(hasOneTarget, { params: { reason: 'caller_target_missing' } })
export type AddContact = z.input<typeof addContactInput>

export const replaceContactInput = z.object({
  contactId: z.int().positive(),
  value: z.string().trim().min(3).max(254),
  isReadBack: z.boolean(),
})
export type ReplaceContact = z.input<typeof replaceContactInput>

export const contactInput = z.object({ contactId: z.int().positive() })
export const languageInput = z.object({ contactId: z.int().positive(), language: z.enum(LOCALES) })

export const CALL_NOTE_KINDS = ['question', 'no_supply', 'wrong_contact', 'complaint', 'other'] as const satisfies readonly CallNoteKind[]

export const callNoteInput = z
  .object({
    ...target,
    /** Works that the call was about. */
    reference: z.string().trim().min(1).max(40).optional(),
    kind: z.enum(CALL_NOTE_KINDS),
    text: lines(1000).default(''),
  })
  .refine(({ accountId, addressId, reference }) => (accountId ?? addressId ?? reference) !== undefined, {
    params: { reason: 'caller_target_missing' },
  })
export type WriteCallNote = z.input<typeof callNoteInput>
