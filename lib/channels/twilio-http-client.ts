import twilio from 'twilio'
import type RequestClient from 'twilio/lib/base/RequestClient'
import type Response from 'twilio/lib/http/response'
import { callProvider } from './call-provider'
import { readWait } from './read-wait'

/** Seconds to leave Twilio alone after a 429 that does not say how long: its own SDK would begin with less, and be refused again. */
const WAIT = 1

/** Twilio's answer to a request that it did not take. The SDK's own error has no headers, and so no wait. */
export class TwilioRefusal extends Error {
  constructor(
    readonly status: number,
    /** Of https://www.twilio.com/docs/api/errors; null when a gateway before Twilio answered. */
    readonly code: number | null,
    readonly waitSeconds: number,
  ) {
    super(`Twilio answered ${status}${code === null ? '' : ` with error ${code}`}`)
  }
}

function parseCode(text: string): number | null {
  try {
    const { code } = JSON.parse(text) as { code?: unknown }
    return typeof code === 'number' ? code : null
  } catch {
    return null
  }
}

const encode = (fields: object) => new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)])).toString()

/** Carries the SDK's requests to `baseUrl` over kept connections; refusals are thrown as `TwilioRefusal`. */
export class TwilioHttpClient extends twilio.RequestClient {
  constructor(private readonly baseUrl: string) {
    super()
  }

  override async request<Fields>(options: RequestClient.RequestOptions<Fields>): Promise<Response<Fields>> {
    const { method, uri, username, password, headers, params, data } = options
    const { pathname, search } = new URL(uri)
    const url = new URL(`${this.baseUrl}${pathname}${params ? `?${encode(params)}` : search}`)
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    const call = { method, headers: { ...(headers as object), authorization }, ...(data ? { body: encode(data as object) } : {}) }
    const answer = await callProvider(url, call)
    if (answer.status >= 400) throw new TwilioRefusal(answer.status, parseCode(answer.text), readWait(answer.headers, WAIT))
    return { statusCode: answer.status, body: answer.text as Fields, headers: answer.headers }
  }
}
