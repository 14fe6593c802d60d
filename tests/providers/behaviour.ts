/** Whom a rule meets: named recipients, a share of all (0 to 1), or the next so many. Nothing of these: everybody. */
export interface Aim {
  recipients?: string[]
  share?: number
  next?: number
}

export interface Refusal extends Aim {
  /** HTTP status; each provider has its usual one. */
  status?: number
  /** The provider's own code: 21610, `validation_error`, 403, 6. */
  code?: string | number
  message?: string
}

export interface ReceiptRules {
  /** Where receipts and inbound messages go. Twilio's receipts go to each message's StatusCallback instead, when it has one. */
  url?: string
  /** Milliseconds after the message was taken. */
  delay: number
  /** What is said of each message, in this order; in the provider's words. Empty: what it usually says. */
  states: string[]
  /** Who does not get it. */
  undelivered: (Aim & { code?: number | string }) | null
  isDoubled: boolean
  isReversed: boolean
  isForged: boolean
}

/** What a fake provider does; each part can be changed while it runs. */
export interface Behaviour {
  /** Milliseconds between taking a request and answering it. */
  slow: number
  refuse: Refusal[]
  /** Units a second it takes before it answers 429: SMS segments, else messages. Null: any. */
  rate: number | null
  /** Breaks the connection instead of answering: after it took the request, or before with `isBefore`. */
  drop: (Aim & { isBefore?: boolean }) | null
  /** Null: none are sent. */
  receipts: ReceiptRules | null
  /** What it remembers of each message: everything, all but contents, or nothing but the count. */
  keep: 'all' | 'ids' | 'counts'
}

export const CALM: Behaviour = { slow: 0, refuse: [], rate: null, drop: null, receipts: null, keep: 'all' }

const QUIET: ReceiptRules = { delay: 0, states: [], undelivered: null, isDoubled: false, isReversed: false, isForged: false }

/** What is asked for on the control address, put over what is. `receipts` may name only what is unusual. */
export interface BehaviourChange extends Partial<Omit<Behaviour, 'receipts'>> {
  receipts?: Partial<ReceiptRules> | null
}

export function changeBehaviour(behaviour: Behaviour, { receipts, ...change }: BehaviourChange): void {
  Object.assign(behaviour, change)
  if (receipts !== undefined) behaviour.receipts = receipts === null ? null : { ...(behaviour.receipts ?? QUIET), ...receipts }
}

/** Whether a rule meets this recipient; a rule for the next so many counts down. */
export function isMet(aim: Aim, to: string): boolean {
  if (aim.recipients && !aim.recipients.includes(to)) return false
  if (aim.share !== undefined && Math.random() >= aim.share) return false
  if (aim.next === undefined) return true
  aim.next -= 1
  return aim.next >= 0
}
