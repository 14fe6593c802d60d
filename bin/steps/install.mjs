import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PlainError, step } from './progress.mjs'
import { installed, root, run } from './run.mjs'

const OLDEST_NODE = [20, 19]

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new PlainError(`Preavviso needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`)
}

/** Reads .env beside package.json, where there is one; what the shell has set already wins. */
function readEnvironmentFile() {
  const file = path.join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
}

/** Installs the packages of package-lock.json when that has changed since the last time, or never happened. */
export async function install() {
  checkNode()
  readEnvironmentFile()
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = installed('.preavviso-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await step('Installing packages', () =>
    run('npm', ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'], { quiet: true }),
  )
  writeFileSync(stamp, wanted)
}
