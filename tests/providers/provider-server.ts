import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { isMet } from './behaviour'
import { control } from './control'
import { Provider, type ProviderDefinition, type ProviderRequest, type Reply } from './provider'

export interface ProviderServer {
  name: string
  /** Its base URL, without a slash at the end. */
  url: string
  provider: Provider
  close: () => Promise<void>
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function toRequest(incoming: IncomingMessage, body: string): ProviderRequest {
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?')
  const header = (name: string) => {
    const value = incoming.headers[name]
    return Array.isArray(value) ? value.join(', ') : value
  }
  return { method: incoming.method ?? 'GET', path, query: new URLSearchParams(query), header, body }
}

function answer(response: ServerResponse, { status, body, headers }: Reply): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers })
  response.end(text)
}

function isDropped({ behaviour, log }: Provider): boolean {
  if (!behaviour.drop || !isMet(behaviour.drop, '')) return false
  log.count('dropped')
  return true
}

async function serve(provider: Provider, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const request = toRequest(incoming, await readBody(incoming))
  if (request.path.startsWith('/_')) return answer(response, await control(provider, request))
  const { behaviour, definition } = provider
  const drops = request.method === 'POST' && isDropped(provider)
  if (drops && behaviour.drop?.isBefore) return void incoming.socket.destroy()
  const reply = definition.handle(request, provider)
  if (behaviour.slow > 0) await sleep(behaviour.slow)
  if (drops) return void incoming.socket.destroy()
  answer(response, reply)
}

/** Starts a fake provider on a free port of loopback. Told what to do by `provider.behaviour`, or by POST /_control from another process. */
export async function startProviderServer(definition: ProviderDefinition, port = 0): Promise<ProviderServer> {
  const provider = new Provider(definition)
  const server = http.createServer({ keepAliveTimeout: 60_000 }, (incoming, response) => {
    serve(provider, incoming, response).catch((error: Error) => {
      provider.violate(`the fake failed: ${error.message}`)
      answer(response, { status: 500, body: { error: error.message } })
    })
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => {
    provider.receipts.stop()
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { name: definition.name, url, provider, close }
}
