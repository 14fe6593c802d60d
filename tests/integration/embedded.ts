import { fork } from 'node:child_process'
import path from 'node:path'

const DATABASE = path.resolve(import.meta.dirname, '..', '..', 'bin', 'database.mjs')

export interface EmbeddedDatabase {
  url: string
  close: () => Promise<void>
}

/** Starts the embedded database on a data folder, as `npm start` does. */
export function startEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const child = fork(DATABASE, { env: { ...process.env, PREAVVISO_DATA_DIR: folder }, execArgv: [] })
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(path.join(folder, 'socket'))}`
  const close = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.send('close')
    })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve({ url, close }))
    child.once('exit', (code) => reject(new Error(`The embedded database ended with status ${code}.`)))
  })
}
