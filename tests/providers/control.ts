import { type BehaviourChange, changeBehaviour } from './behaviour'
import type { Callback, Provider, ProviderRequest, Reply } from './provider'

const PAGE = 10_000

async function postCallback({ behaviour, receipts }: Provider, callback: Callback | undefined): Promise<Reply> {
  const url = callback?.url ?? behaviour.receipts?.url
  if (!callback || url === undefined) return { status: 400, body: { error: 'set receipts.url by POST /_control first' } }
  return { status: 200, body: { status: await receipts.post(callback, url, behaviour.receipts?.isForged ?? false) } }
}

/** A running fake provider, steered from another process: all answers are JSON. */
const CONTROLS: Record<string, (provider: Provider, request: ProviderRequest) => Reply | Promise<Reply>> = {
  /** Changes the behaviour; what is not named stays. Answers with what it is now. */
  'POST /_control': ({ behaviour }, { body }) => {
    changeBehaviour(behaviour, JSON.parse(body) as BehaviourChange)
    return { status: 200, body: behaviour }
  },
  /** Calm again, and everything forgotten. */
  'POST /_reset': (provider) => {
    provider.reset()
    return { status: 200, body: {} }
  },
  /** What it took, from `?from=` on, ten thousand at most. */
  'GET /_received': ({ log }, { query }) => {
    const from = Number(query.get('from') ?? 0)
    return { status: 200, body: { total: log.received.length, received: log.received.slice(from, from + PAGE) } }
  },
  'GET /_counts': ({ log, window }) => ({ status: 200, body: { ...log.summary(), peak: window.peak } }),
  /** `{ from, text }`: somebody writes to us. Answers with the status that the webhook gave. */
  'POST /_inbound': (provider, { body }) => {
    const { from, text } = JSON.parse(body) as { from: string; text: string }
    return postCallback(provider, provider.definition.inbound?.(from, text))
  },
  /** `{ from }`: somebody blocks the bot. */
  'POST /_blocked': (provider, { body }) =>
    postCallback(provider, provider.definition.blocked?.((JSON.parse(body) as { from: string }).from)),
}

export function control(provider: Provider, request: ProviderRequest): Reply | Promise<Reply> {
  const known = CONTROLS[`${request.method} ${request.path}`]
  return known ? known(provider, request) : { status: 404, body: { error: `one of ${Object.keys(CONTROLS).join(', ')}` } }
}
