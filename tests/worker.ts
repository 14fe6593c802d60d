import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')
const RUNNER = path.join(ROOT, 'inngest', 'local-runner.ts')

/** The product's own local runner, as a process that can be killed. */
export class Worker {
  private readonly child: ChildProcess
  private readonly hasEnded: Promise<unknown>

  constructor(environment: Record<string, string>) {
    this.child = spawn(process.execPath, ['--import', 'tsx', RUNNER], {
      cwd: ROOT,
      env: { ...process.env, ...environment, TSX_TSCONFIG_PATH: path.join(ROOT, 'tsconfig.json') },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    this.hasEnded = once(this.child, 'exit')
  }

  /** It has begun to work. */
  async isReady(): Promise<void> {
    await Promise.race([
      once(this.child, 'message'),
      this.hasEnded.then(() => {
        throw new Error('The worker ended before it was ready.')
      }),
    ])
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.hasEnded
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM')
    await this.hasEnded
  }
}
