import net from 'node:net'
import { PlainError } from './progress.mjs'

/** The port and the address to serve at: PORT and HOST, by default 3000 and only this machine. */
export function readListen() {
  const text = process.env.PORT || '3000'
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new PlainError(`PORT must be a number from 1 to 65535, and is "${text}".`)
  return { port, host: process.env.HOST || '127.0.0.1' }
}

/** Rejects with what to do when something serves there already. */
export function requireFreePort({ port, host }) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', (error) => {
      const busy = `Port ${port} is in use by another program (or by a Preavviso that still runs). Stop that, or choose another: PORT=${port + 1} npm start`
      const refused = `Cannot serve at ${host}:${port}: ${error.message}`
      reject(new PlainError(error.code === 'EADDRINUSE' ? busy : refused))
    })
    probe.listen(port, host, () => probe.close(resolve))
  })
}
