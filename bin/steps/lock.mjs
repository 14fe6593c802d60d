import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dataDir } from './embedded-url.mjs'

const lockPath = path.join(dataDir, 'lock')

/** A number that a killed process left behind may since belong to any program: on Linux its command line tells. */
function isDatabase(pid) {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('database.mjs')
  } catch {
    return true
  }
}

/** Makes this process the only one on the data folder. Returns null, or the number of the process that holds it. */
export function takeLock() {
  for (;;) {
    try {
      writeFileSync(lockPath, String(process.pid), { flag: 'wx' })
      return null
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = Number(readFileSync(lockPath, 'utf8'))
    if (holder && isDatabase(holder)) return holder
    rmSync(lockPath, { force: true })
  }
}

export function releaseLock() {
  rmSync(lockPath, { force: true })
}
