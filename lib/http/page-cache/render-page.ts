import { Agent, type IncomingMessage, request } from 'node:http'
import { env } from '@/lib/env'
import type { RenderedPage } from './finished-page'
import { INNER_HEADER, innerSecret } from './inner-request'

/** So many pages are rendered at once: more would only wait for each other, and for the database. */
const AT_ONCE = 8

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })

/** The site as everybody knows it, whatever name somebody asked for: a kept page is for all. */
function innerHeaders(): Record<string, string> {
  const { host, protocol } = new URL(env().PUBLIC_URL)
  return {
    host,
    accept: 'text/html',
    // Next treats whoever does not name themselves as a browser that moves titles into the head by script.
    'user-agent': 'preavviso',
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.replace(':', ''),
    [INNER_HEADER]: innerSecret(),
  }
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Asks the application for a page, over the loopback port at which it answers this process alone. Throws when the answer breaks off. */
export async function renderPage(port: number, path: string): Promise<RenderedPage> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, agent, headers: innerHeaders() }, resolve)
    asking.once('error', reject)
    asking.end()
  })
  const headers = Object.fromEntries(
    Object.entries(response.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
  return { status: response.statusCode ?? 500, headers, body: await readAll(response) }
}
