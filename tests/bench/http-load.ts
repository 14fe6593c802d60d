import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** The path of request n. */
export type Path = (index: number) => string

/** Asks once; milliseconds until the last byte. Each request comes from a client of its own, so that no limit of one client is met. Throws unless it is answered 200. */
function ask(agent: Agent, url: string, index: number, encoding = 'identity'): Promise<number> {
  const start = performance.now()
  const client = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { 'X-Forwarded-For': client, 'Accept-Encoding': encoding } }, (response) => {
      response.resume()
      response.once('error', reject)
      response.once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - start)
        else reject(new Error(`${url} was answered ${response.statusCode}.`))
      })
    })
    // A server closes connections that are idle; who just then asks again on one has to ask on another.
    request.once('error', (error: NodeJS.ErrnoException) => {
      if (request.reusedSocket && error.code === 'ECONNRESET')
        ask(agent, url, index, encoding).then(() => resolve(performance.now() - start), reject)
      else reject(error)
    })
  })
}

/** Asks `count` times at once, and waits for all answers. `first` numbers the requests. */
export async function askMany(url: string, path: Path, first: number, count: number): Promise<void> {
  const agent = new Agent()
  await Promise.all(Array.from({ length: count }, (_, at) => ask(agent, url + path(first + at), first + at)))
}

/**
 * Requests a second that `connections` connections get answered, each asking again as soon as it has its answer. `first` numbers the requests;
 * `encoding` is what they accept, as browsers do `gzip`.
 */
export async function measureThroughput(
  url: string,
  path: Path,
  connections: number,
  seconds: number,
  first: number,
  encoding?: string,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const start = performance.now()
  const end = start + seconds * 1000
  let next = first
  const connection = async () => {
    while (performance.now() < end) {
      const index = next++
      await ask(agent, url + path(index), index, encoding)
    }
  }
  await Promise.all(Array.from({ length: connections }, connection))
  const taken = (performance.now() - start) / 1000
  agent.destroy()
  return (next - first) / taken
}

/** How long each of `count` requests took, in milliseconds, `rate` a second begun on time whether or not those before were answered. */
export async function measureLatency(url: string, path: Path, rate: number, count: number, first: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const start = performance.now()
  const asked: Promise<number>[] = []
  for (let at = 0; at < count; at++) {
    const due = start + (at * 1000) / rate
    const wait = due - performance.now()
    if (wait > 0) await sleep(wait)
    // Counted from when it was due: a server that stalls does not make its own wait shorter.
    const late = performance.now() - due
    asked.push(ask(agent, url + path(first + at), first + at).then((taken) => taken + late))
  }
  const taken = await Promise.all(asked)
  agent.destroy()
  return taken
}
