import { expect, test } from 'vitest'
import type { PublicWorks } from '@/lib/works/works'
import { publicStateOf } from './works-state'

const works: PublicWorks = {
  workType: null,
  contact: '',
  supplyPlaces: [],
  reference: 'W-1',
  service: 'water',
  title: 'Valve',
  reason: '',
  advice: '',
  state: 'published',
  windows: [
    { start: '2026-12-01T08:00:00.000Z', end: '2026-12-01T10:00:00.000Z' },
    { start: '2026-12-02T08:00:00.000Z', end: '2026-12-02T10:00:00.000Z' },
  ],
  streets: [],
  area: null,
  cancelReason: null,
  asOf: '',
}

test.each([
  ['2026-12-01T07:59:59.999Z', 'coming'],
  ['2026-12-01T08:00:00.000Z', 'running'],
  ['2026-12-01T10:00:00.000Z', 'coming'],
  ['2026-12-02T09:00:00.000Z', 'running'],
  ['2026-12-02T10:00:00.000Z', 'ended'],
])('at %s works with two windows are %s', (asOf, state) => {
  expect(publicStateOf({ ...works, asOf })).toBe(state)
})

test('cancelled works are cancelled whenever one asks', () => {
  expect(publicStateOf({ ...works, state: 'cancelled', asOf: '2026-12-01T09:00:00.000Z' })).toBe('cancelled')
})
