import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startChild } from './child.mjs'
import { root } from './run.mjs'

/** How long the last of a phase's output may take to arrive after its end, in milliseconds: what it may have left behind holds its pipes open. */
const PATIENCE = 5_000

/** How much a phase that gives way steps back (niceness): it still gets two fifths of what another one wants. */
const POLITE = 4

/**
 * Runs a phase, one test file at a time, in a process of its own and shows its output when it has ended, so that two at a time stay readable.
 * `givesWay`: to those beside it. Returns its counts; `broke` when it ended without them.
 */
export async function runApart(name, title, givesWay) {
  process.stderr.write(`  … ${title}, beside others\n`)
  const env = { PREAVVISO_TEST_WORKERS: '1', ...(process.stderr.isTTY && { FORCE_COLOR: '1' }) }
  const child = startChild([path.join(root, 'bin', 'test.mjs'), name], env, 'pipe')
  if (givesWay && child.pid) os.setPriority(child.pid, POLITE)
  const output = []
  let counted = { passed: 0, failed: 0, broke: true }
  child.stdout.on('data', (piece) => output.push(piece))
  child.stderr.on('data', (piece) => output.push(piece))
  child.on('message', (counts) => {
    counted = counts
  })
  await Promise.race([once(child, 'close'), once(child, 'exit').then(() => sleep(PATIENCE, null, { ref: false }))])
  process.stderr.write(Buffer.concat(output))
  return counted
}
