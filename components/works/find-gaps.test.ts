import { expect, test } from 'vitest'
import { findGaps } from './find-gaps'

const area = { type: 'MultiPolygon', coordinates: [] }
const window = { start: '2026-12-01T08:00', end: '2026-12-01T12:00' }

test('a whole plan has no gaps', () => {
  expect(findGaps({ service: 'water', title: 'New main', parts: [{ area, windows: [window] }] })).toEqual([])
})

test('every gap of an empty plan is found, in the order of the form', () => {
  const gaps = findGaps({ service: 'water', title: '  a ', parts: [{ area: null, windows: [window, { start: '', end: '' }] }] })
  expect(gaps.map(({ field }) => field)).toEqual(['title', 'parts.0.area', 'parts.0.windows.1.start', 'parts.0.windows.1.end'])
})
