import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CATALOGUES } from '@/lib/i18n/catalogues'

/** `badInput('reason', …)` and `{ reason: 'reason' }`. */
const REASON = /badInput\(\s*'([a-z_]+)'|reason: '([a-z_]+)'/g

function reasonsBelow(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true }).map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/generated\//.test(file))
  return sources.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(REASON)].map(([, first, second]) => first ?? second ?? ''))
}

test('every reason for an error has words that say what is wrong and how to mend it', () => {
  const reasons = new Set(['app', 'lib', 'bin'].flatMap(reasonsBelow))
  reasons.delete('internal') // lib/http/problem.ts: the one failure without a reason of its own
  expect(reasons.size).toBeGreaterThan(30)
  expect([...reasons].filter((reason) => !Object.hasOwn(CATALOGUES.en.errors, reason))).toEqual([])
})
