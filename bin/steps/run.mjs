import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { PlainError } from './progress.mjs'

/** The project's root folder. */
export const root = path.resolve(import.meta.dirname, '..', '..')

/** A program that was installed with the project's packages. */
export function installed(...parts) {
  return path.join(root, 'node_modules', ...parts)
}

/**
 * Runs a program to its end with its output shown (on stderr, or not at all). Rejects with its own words when it fails. It is asked to end when this process
 * is. `onMessage`: hears what a Node program sends. `givesWay`: it gets what processor time others leave.
 */
export function run(command, args, { env = {}, quiet = false, cwd = root, onMessage, givesWay = false } = {}) {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'pipe' : process.stderr, quiet ? 'pipe' : process.stderr, ...(onMessage ? ['ipc'] : [])],
  })
  if (onMessage) child.on('message', onMessage)
  if (givesWay && child.pid) os.setPriority(child.pid, os.constants.priority.PRIORITY_LOW)
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  const end = () => child.kill()
  process.once('SIGTERM', end)
  child.once('close', () => process.off('SIGTERM', end))
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new PlainError(`${command} could not be started: ${error.message}`)))
    child.once('close', (code, signal) => {
      if (code === 0) resolve(output)
      else reject(new PlainError(`${output}\n${command} ${args.join(' ')} ended with ${signal ?? `status ${code}`}.`.trim()))
    })
  })
}

/** Runs a TypeScript file of the project. */
export function runTypeScript(file, args = [], options = {}) {
  return run(process.execPath, ['--import', 'tsx', path.join(root, file), ...args], options)
}
