import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface CutLine {
  /** The database's URL, through this line. */
  url: string
  /** Breaks every connection, and lets no new one through. */
  cut: () => void
  /** Lets nothing through, and says nothing of it: connections stay, and new ones are taken. */
  freeze: () => void
  /** Lets everything through again. */
  mend: () => void
  close: () => Promise<void>
}

/** A line to a database that can be cut while others use it, and mended. */
export async function openCutLine(databaseUrl: string): Promise<CutLine> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let state: 'whole' | 'cut' | 'frozen' = 'whole'
  const keep = (socket: Socket, other: Socket) => {
    sockets.add(socket)
    socket.once('error', () => other.destroy())
    socket.once('close', () => {
      sockets.delete(socket)
      other.destroy()
    })
  }
  const pauseAll = () => {
    for (const socket of sockets) socket.pause()
  }
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy()
    const far = connect(Number(target.port), target.hostname)
    keep(near, far)
    keep(far, near)
    near.pipe(far).pipe(near)
    if (state === 'frozen') pauseAll()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  const breakAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    cut: () => {
      state = 'cut'
      breakAll()
    },
    freeze: () => {
      state = 'frozen'
      pauseAll()
    },
    mend: () => {
      state = 'whole'
      for (const socket of sockets) socket.resume()
    },
    close: async () => {
      breakAll()
      server.close()
      await once(server, 'close')
    },
  }
}
