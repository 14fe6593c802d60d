import http from 'node:http'
import https from 'node:https'
import { isMet, type ReceiptRules } from './behaviour'
import type { Callback, ProviderDefinition } from './provider'
import type { Received, ReceivedLog } from './received-log'

const AT_A_TIME = 16
const AGENTS = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: AT_A_TIME }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: AT_A_TIME }),
}

interface Task {
  dueAt: number
  posts: Array<{ callback: Callback; url: string; isForged: boolean }>
}

/** Calls the customer's webhook: in the order of the tasks, a few at a time; the posts of one task one after the other. */
export class ReceiptSender {
  private waiting: Task[] = []
  private active = 0
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly definition: ProviderDefinition,
    private readonly log: ReceivedLog,
  ) {}

  schedule(message: Received, rules: ReceiptRules): void {
    const { report, states } = this.definition
    const failure = rules.undelivered && isMet(rules.undelivered, message.to) ? rules.undelivered : null
    const usual = failure ? states.undelivered : states.delivered
    const said = rules.states.length > 0 ? rules.states : usual
    const ordered = rules.isReversed ? said.toReversed() : said
    const repeated = rules.isDoubled ? ordered.flatMap((state) => [state, state]) : ordered
    const posts = repeated.flatMap((state) => {
      const callback = report(message, state, failure?.code)
      const url = callback.url ?? rules.url
      return url === undefined ? [] : [{ callback, url, isForged: rules.isForged }]
    })
    if (posts.length > 0) this.add({ dueAt: Date.now() + rules.delay, posts })
  }

  /** One callback that is not a receipt. Resolves to the customer's HTTP status. */
  post(callback: Callback, url: string, isForged: boolean): Promise<number> {
    const target = new URL(url)
    const signed = this.definition.sign(isForged ? `${url}#forged` : url, isForged ? { ...callback, body: `${callback.body} ` } : callback)
    const isSecure = target.protocol === 'https:'
    const headers = { 'content-type': callback.contentType, 'content-length': Buffer.byteLength(callback.body), ...signed }
    if (isForged && 'x-telegram-bot-api-secret-token' in headers) headers['x-telegram-bot-api-secret-token'] = 'forged'
    return new Promise((resolve) => {
      const options = { method: 'POST', headers, agent: AGENTS[isSecure ? 'https:' : 'http:'], timeout: 15_000 }
      const request = (isSecure ? https : http).request(target, options, (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
        response.on('error', () => resolve(0))
      })
      request.on('timeout', () => request.destroy())
      request.on('error', () => resolve(0))
      request.end(callback.body)
    })
  }

  stop(): void {
    clearTimeout(this.timer)
    this.waiting = []
  }

  private add(task: Task): void {
    this.waiting.push(task)
    this.pump()
  }

  private pump(): void {
    while (this.active < AT_A_TIME && this.waiting[0]) {
      const wait = this.waiting[0].dueAt - Date.now()
      if (wait > 0) {
        clearTimeout(this.timer)
        this.timer = setTimeout(() => this.pump(), wait)
        return
      }
      this.active += 1
      void this.work(this.waiting.shift() as Task)
    }
  }

  private async work({ posts }: Task): Promise<void> {
    for (const { callback, url, isForged } of posts) {
      const status = await this.post(callback, url, isForged)
      this.log.count(status >= 200 && status < 300 ? 'receiptsSent' : 'receiptsFailed')
    }
    this.active -= 1
    this.pump()
  }
}
