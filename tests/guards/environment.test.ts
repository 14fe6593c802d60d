import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What the shell, Node or a tool's own conventions define; nothing to configure in Preavviso. */
const NOT_OURS = new Set(['INIT_CWD', 'HOME', 'PATH', 'NODE_ENV', 'NODE_OPTIONS', 'NEXT_RUNTIME'])
/** What our own scripts set for the libraries and tests that they start. */
const HANDED_DOWN = new Set([
  'NEXTAUTH_URL',
  'PRISMA_SCHEMA_ENGINE_BINARY',
  'PREAVVISO_E2E_DATA',
  'PREAVVISO_FAULTS',
  'PREAVVISO_TEST_TEMPLATE',
  'PREAVVISO_TEST_WORKERS',
])
/** `env().NAME`, `process.env.NAME` and the keys of the schema in lib/env.ts. */
const READ = /(?:process\.env|env\(\))\.([A-Z][A-Z0-9_]+)|^ {2}([A-Z][A-Z0-9_]+): /gm

function keysReadBelow(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true }).map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
  const sources = files.filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.|\/generated\//.test(file))
  return sources.flatMap((file) => {
    const found = [...readFileSync(file, 'utf8').matchAll(READ)]
    return found.flatMap(([, used, parsed]) => used ?? (file === 'lib/env.ts' && parsed ? parsed : []))
  })
}

test('every environment key that is read stands in .env.example, and no other does', () => {
  const read = new Set(
    ['app', 'bin', 'components', 'inngest', 'lib', 'prisma', 'tests']
      .flatMap(keysReadBelow)
      .filter((key) => !NOT_OURS.has(key) && !HANDED_DOWN.has(key)),
  )
  const documented = new Set([...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z][A-Z0-9_]+)=/gm)].map(([, key]) => key ?? ''))
  expect(read.size).toBeGreaterThan(20)
  expect([...read].filter((key) => !documented.has(key))).toEqual([])
  expect([...documented].filter((key) => !read.has(key))).toEqual([])
})
