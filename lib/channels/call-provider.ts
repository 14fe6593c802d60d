import http from 'node:http'
import https from 'node:https'
import type { Socket } from 'node:net'
import { REQUEST_TIMEOUT } from './request-timeout'

/** Enough to be near a provider's own limit of calls at a time, few enough that none of them takes it for an attack. */
const SOCKETS = 40
/** Milliseconds after which an idle connection is closed by us: before the provider closes it under a request, which would leave that in doubt. */
const IDLE = 4_000

const options = { keepAlive: true, maxSockets: SOCKETS, timeout: IDLE } as const
const AGENTS = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) }

export interface ProviderCall {
  method: string
  headers: http.OutgoingHttpHeaders
  body?: string
}

export interface ProviderAnswer {
  status: number
  headers: http.IncomingHttpHeaders
  text: string
}

/** Whether a connection was never made is what `wasNeverSent` reads from `syscall`. */
function timeout(socket: Socket | null): Error {
  const isMade = socket !== null && !socket.connecting && !(socket as { secureConnecting?: boolean }).secureConnecting
  const error = new Error(`The provider gave no answer for ${REQUEST_TIMEOUT / 1000} seconds.`)
  return Object.assign(error, { code: 'timeout', ...(!isMade && { syscall: 'connect' }) })
}

/**
 * Calls a provider over a connection that is kept. Throws Node's own error when it breaks, so that `wasNeverSent` can tell when it did; a
 * built-in `fetch` hides that, and costs twice the time.
 */
export function callProvider(url: URL, { method, headers, body }: ProviderCall): Promise<ProviderAnswer> {
  const isSecure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const content = body === undefined ? undefined : Buffer.from(body)
    const length = content === undefined ? {} : { 'content-length': content.length }
    const request = (isSecure ? https : http).request(url, {
      method,
      headers: { ...headers, ...length },
      agent: AGENTS[isSecure ? 'https:' : 'http:'],
      timeout: REQUEST_TIMEOUT,
    })
    request.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
      })
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    request.on('timeout', () => request.destroy(timeout(request.socket)))
    request.on('error', reject)
    request.end(content)
  })
}
