import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { POST as resend } from '@/app/api/webhooks/resend/route'
import { POST as telegram } from '@/app/api/webhooks/telegram/route'
import { POST as twilio } from '@/app/api/webhooks/twilio/route'
import { POST as viber } from '@/app/api/webhooks/viber/route'

const HANDLERS: Record<string, (request: Request) => Promise<Response>> = {
  '/api/webhooks/twilio': twilio,
  '/api/webhooks/resend': resend,
  '/api/webhooks/telegram': telegram,
  '/api/webhooks/viber': viber,
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const headers = Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)])
  return new Request(`http://${incoming.headers.host}${incoming.url}`, { method: 'POST', headers, body: Buffer.concat(chunks) })
}

export interface WebhookServer {
  /** Its origin: what PUBLIC_URL has to be. */
  url: string
  close: () => Promise<void>
}

/** The product's own webhooks behind a real HTTP server, so that the fake providers can post to them. */
export async function startWebhookServer(): Promise<WebhookServer> {
  const server = http.createServer(async (incoming, outgoing) => {
    const request = await toRequest(incoming)
    const handler = HANDLERS[new URL(request.url).pathname]
    const response = handler ? await handler(request) : new Response(null, { status: 404 })
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    outgoing.end(Buffer.from(await response.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}
