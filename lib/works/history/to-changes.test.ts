import { expect, test } from 'vitest'
import type { ChangeRow } from './change-queries'
import { toChanges } from './to-changes'

const first = { start: '2026-12-01T08:00:00.000Z', end: '2026-12-01T10:00:00.000Z' }
const second = { start: '2026-12-02T08:00:00.000Z', end: '2026-12-02T10:00:00.000Z' }

function row(reference: string, kind: ChangeRow['kind'], version: number, windows: ChangeRow['windows']): ChangeRow {
  return { reference, service: 'water', kind, at: '2026-11-20T09:00:00.000Z', version, windows }
}

test('each change stands beside what was true before it, for its own works', () => {
  const changes = toChanges([
    row('W-1', 'announced', 1, [second, first]),
    row('W-2', 'announced', 1, [first]),
    row('W-1', 'moved', 2, [second]),
    row('W-1', 'cancelled', 2, [second]),
  ])
  expect(changes.map(({ reference, kind, before, windows }) => [reference, kind, before, windows])).toEqual([
    ['W-1', 'cancelled', [second], [second]],
    ['W-1', 'moved', [first, second], [second]],
    ['W-2', 'announced', [], [first]],
    ['W-1', 'announced', [], [first, second]],
  ])
})
