import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { build } from '@/bin/steps/build.mjs'
import { WEB_MEMORY } from '@/bin/steps/memory.mjs'

const ROOT = path.resolve(import.meta.dirname, '..', '..')

export interface HttpServer {
  url: string
  close: () => Promise<void>
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}

async function isServing(url: string, child: ChildProcess): Promise<void> {
  for (let wait = 0; wait < 600; wait++) {
    if (child.exitCode !== null) throw new Error('The server ended before it served anybody.')
    const answer = await fetch(`${url}/api/health/live`).catch(() => null)
    if (answer?.ok) return
    await sleep(100)
  }
  throw new Error('The server does not answer.')
}

/** The product's web server as `npm start` runs it, built, on a free port, with this process's database. */
export async function startHttpServer(): Promise<HttpServer> {
  await build()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [WEB_MEMORY, path.join(ROOT, 'bin', 'serve.mjs')], {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      NODE_ENV: 'production',
      NEXTAUTH_SECRET: 'a secret of the benchmark',
      NEXTAUTH_URL: url,
      PUBLIC_URL: url,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await isServing(url, child)
  return {
    url,
    close: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
