import { spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

/** How long a process may take to end on its own, in milliseconds. */
const PATIENCE = 10_000

const END_WITH_PARENT = pathToFileURL(path.join(import.meta.dirname, 'end-with-parent.mjs')).href

/** Starts a long-running Node process that ends when this one does, even when this one is killed. `output`: `inherit`, or `pipe` to read it here. */
export function startChild(args, env = {}, output = 'inherit') {
  const imports = ['--import', END_WITH_PARENT]
  return spawn(process.execPath, [...imports, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    // A pipe, not nothing: `next dev` ends when its standard input does.
    stdio: ['pipe', output, output, 'ipc'],
  })
}

export function hasEnded(child) {
  return child.exitCode !== null || child.signalCode !== null
}

/** Asks a process to end, and sees to it that it does. */
export function stopChild(child) {
  if (!child || hasEnded(child)) return Promise.resolve()
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    child.once('exit', () => {
      clearTimeout(force)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
