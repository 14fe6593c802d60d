import { type Behaviour, CALM, isMet, type Refusal } from './behaviour'
import { RateWindow } from './rate-window'
import { ReceiptSender } from './receipt-sender'
import { type Received, ReceivedLog } from './received-log'

/** A request as a handler sees it. */
export interface ProviderRequest {
  method: string
  path: string
  query: URLSearchParams
  header: (name: string) => string | undefined
  body: string
}

/** `body` goes out as JSON; a text as it stands. */
export interface Reply {
  status: number
  body: unknown
  headers?: Record<string, string>
}

/** What a provider posts to its customer: a receipt or somebody's message. */
export interface Callback {
  url?: string | undefined
  contentType: string
  body: string
}

/** What is particular to a provider. */
export interface ProviderDefinition {
  name: string
  handle: (request: ProviderRequest, provider: Provider) => Reply
  /** What is said of a message when all goes well, and when it does not arrive. */
  states: { delivered: string[]; undelivered: string[] }
  report: (message: Received, state: string, code: string | number | undefined) => Callback
  sign: (url: string, callback: Callback) => Record<string, string>
  /** Somebody writes to the number, the bot. */
  inbound?: (from: string, text: string) => Callback
  /** Somebody blocks the bot. */
  blocked?: (from: string) => Callback
  /** Forgets what it keeps beside its messages. */
  forget?: (provider: Provider) => void
}

/** What a key was answered with, and when that was said: until then the same key is refused. */
export interface FirstAnswer {
  digest: string
  reply: Reply
  saidAt: number
}

/** A fake provider's memory and rules, which its handler asks. */
export class Provider {
  readonly behaviour: Behaviour = structuredClone(CALM)
  readonly log = new ReceivedLog()
  window = new RateWindow()
  /** Answers by idempotency key. */
  readonly answers = new Map<string, FirstAnswer>()
  readonly receipts: ReceiptSender

  constructor(readonly definition: ProviderDefinition) {
    this.receipts = new ReceiptSender(definition, this.log)
  }

  /** Seconds to wait when it is too much, else 0. */
  limit(units: number): number {
    const wait = this.window.take(units, this.behaviour.rate, Date.now())
    if (wait > 0) this.log.count('limited')
    return wait
  }

  refusalOf(to: string): Refusal | undefined {
    const refusal = this.behaviour.refuse.find((rule) => isMet(rule, to))
    if (refusal) this.log.count('refused')
    return refusal
  }

  accept(message: Omit<Received, 'at'>): Received {
    const received = { ...message, at: Date.now() }
    this.log.add(received, this.behaviour.keep)
    if (this.behaviour.receipts) this.receipts.schedule(received, this.behaviour.receipts)
    return received
  }

  violate(what: string): void {
    this.log.violate(what)
  }

  /** Calm again, and everything forgotten. */
  reset(): void {
    Object.assign(this.behaviour, structuredClone(CALM))
    this.log.clear()
    this.answers.clear()
    this.window = new RateWindow()
    this.receipts.stop()
    this.definition.forget?.(this)
  }
}
