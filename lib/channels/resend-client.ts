import type { IncomingHttpHeaders } from 'node:http'
import { Resend } from 'resend'
import { callProvider } from './call-provider'

/** Resend's answer to a request that it did not take. */
export class ResendRefusal extends Error {
  constructor(
    readonly status: number,
    /** Of https://resend.com/docs/api-reference/errors; null when a gateway before Resend answered. */
    readonly code: string | null,
    readonly headers: IncomingHttpHeaders,
  ) {
    super(`Resend answered ${status}${code === null ? '' : `: ${code}`}`)
  }
}

interface Request {
  method?: string
  headers?: Headers
  body?: string
}

type Response<Body> = Awaited<ReturnType<typeof Resend.prototype.fetchRequest<Body>>>

function parseName(text: string): string | null {
  try {
    const { name } = JSON.parse(text) as { name?: unknown }
    return typeof name === 'string' ? name : null
  } catch {
    return null
  }
}

/** Resend's SDK over kept connections. It throws a `ResendRefusal` or Node's own error, where the SDK would say of both that it could not fetch. */
export class ResendClient extends Resend {
  constructor(
    key: string,
    private readonly address: string,
  ) {
    super(key, { baseUrl: address })
  }

  override async fetchRequest<Body>(path: string, { method = 'GET', headers, body }: Request = {}): Promise<Response<Body>> {
    const call = { method, headers: Object.fromEntries(headers ?? []), ...(body !== undefined && { body }) }
    const answer = await callProvider(new URL(`${this.address}${path}`), call)
    if (answer.status >= 400) throw new ResendRefusal(answer.status, parseName(answer.text), answer.headers)
    return { data: JSON.parse(answer.text) as Body, error: null, headers: {} }
  }
}
