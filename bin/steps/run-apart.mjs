import path from 'node:path'
import { startChild } from './child.mjs'
import { root } from './run.mjs'

/**
 * Runs a phase in a process of its own and shows its output when it has ended, so that two at a time stay readable.
 * Returns its counts; `broke` when it ended without them.
 */
export function runApart(name, title) {
  process.stderr.write(`  … ${title}, beside others\n`)
  const child = startChild([path.join(root, 'bin', 'test.mjs'), name], process.stderr.isTTY ? { FORCE_COLOR: '1' } : {}, 'pipe')
  const output = []
  let counted = { passed: 0, failed: 0, broke: true }
  child.stdout.on('data', (piece) => output.push(piece))
  child.stderr.on('data', (piece) => output.push(piece))
  child.on('message', (counts) => {
    counted = counts
  })
  return new Promise((resolve) => {
    child.once('close', () => {
      process.stderr.write(Buffer.concat(output))
      resolve(counted)
    })
  })
}
