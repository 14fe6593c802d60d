import { SingleBar } from 'cli-progress'
import { RejectedRows } from '@/lib/imports/rejected-rows'
import { rejectedWords } from './words/import'

/** Says how much of the files was read, of `total`; both in the same unit. */
export type OnProgress = (read: number, total: number) => void

/** Runs an import. On a terminal a bar shows how far it is, unless JSON is asked for; where rows were rejected, they are named. */
export async function watchImport<T>(files: readonly string[], json: boolean, run: (onProgress: OnProgress) => Promise<T>): Promise<T> {
  const bar = new SingleBar({ format: `${files.join(' ')} [{bar}] {percentage}%`, stream: process.stderr, clearOnComplete: true })
  const isShown = process.stderr.isTTY && !json
  try {
    return await run((read, total) => {
      if (isShown) bar.isActive ? bar.update(read) : bar.start(total, read)
    })
  } catch (error) {
    bar.stop()
    if (error instanceof RejectedRows) process.stderr.write(rejectedWords(error))
    throw error
  } finally {
    bar.stop()
  }
}
