import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { vi } from 'vitest'
import { runCli } from '@/bin/cli/run-cli'

const run = promisify(execFile)
const MAIN = path.resolve('bin/cli/main.ts')

export interface Outcome {
  status: number
  stdout: string
  stderr: string
}

/** Runs a command as `npm run -s preavviso --` does, in a process of its own with this one's environment, on this test's database. */
export async function commandAsProcess(...args: string[]): Promise<Outcome> {
  try {
    const { stdout, stderr } = await run(process.execPath, ['--import', 'tsx', MAIN, ...args], {
      env: { ...process.env, PREAVVISO_SEED: 'none' },
    })
    return { status: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { status: code, stdout, stderr }
  }
}

/** Keeps what is written to a stream meanwhile. */
function listenTo(stream: NodeJS.WriteStream) {
  const heard: string[] = []
  const spy = vi.spyOn(stream, 'write').mockImplementation((piece) => heard.push(String(piece)) > 0)
  return {
    stop() {
      spy.mockRestore()
      return heard.join('')
    },
  }
}

async function listenWhile(run: typeof runCli, args: string[]): Promise<Outcome> {
  process.env.PREAVVISO_SEED = 'none'
  const [stdout, stderr] = [listenTo(process.stdout), listenTo(process.stderr)]
  try {
    const status = await run(args)
    return { status, stdout: stdout.stop(), stderr: stderr.stop() }
  } finally {
    process.exitCode = undefined
    stdout.stop()
    stderr.stop()
  }
}

/** Runs a command in this process, which has loaded it already: one at a time. A process of its own takes two seconds to load it. */
export function command(...args: string[]): Promise<Outcome> {
  return listenWhile(runCli, args)
}

/** The same with the environment read anew, as a process does that starts: the program's modules are loaded once more. */
export async function commandAnew(...args: string[]): Promise<Outcome> {
  vi.resetModules()
  const fresh = await import('@/bin/cli/run-cli')
  return listenWhile(fresh.runCli, args)
}
