import type { Behaviour } from './behaviour'

/** A message that a provider took. */
export interface Received {
  id: string
  to: string
  text: string
  /** Milliseconds since 1970. */
  at: number
  /** The whole message as the request had it. */
  fields: Record<string, unknown>
}

const NAMED_VIOLATIONS = 50

/** What a fake provider keeps of its traffic. */
export class ReceivedLog {
  received: Received[] = []
  private byRecipient = new Map<string, Received[]>()
  private counts = { accepted: 0, refused: 0, limited: 0, dropped: 0, replayed: 0, violations: 0, receiptsSent: 0, receiptsFailed: 0 }
  private violations: string[] = []
  private firstAt: number | null = null
  private lastAt: number | null = null

  add(message: Received, keep: Behaviour['keep']): void {
    this.count('accepted')
    this.firstAt ??= message.at
    this.lastAt = message.at
    if (keep === 'counts') return
    const kept = keep === 'all' ? message : { ...message, text: '', fields: {} }
    this.received.push(kept)
    const own = this.byRecipient.get(kept.to)
    if (own) own.push(kept)
    else this.byRecipient.set(kept.to, [kept])
  }

  count(what: keyof ReceivedLog['counts'], by = 1): void {
    this.counts[what] += by
  }

  /** A request that the provider's schema forbids. */
  violate(what: string): void {
    this.count('violations')
    if (this.violations.length < NAMED_VIOLATIONS) this.violations.push(what)
  }

  /** The newest first, as Twilio lists them. */
  findByRecipient(to: string): Received[] {
    return (this.byRecipient.get(to) ?? []).toReversed()
  }

  summary() {
    const texts = new Set(this.received.map(({ to, text }) => `${to}\n${text}`))
    const doubles = this.received.length - texts.size
    return { ...this.counts, violationsNamed: this.violations, doubles, firstAt: this.firstAt, lastAt: this.lastAt }
  }

  clear(): void {
    Object.assign(this, new ReceivedLog())
  }
}
