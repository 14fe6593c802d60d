import { expect, test } from 'vitest'
import { markOf, marksIn } from './window-marks'

test.each([
  ['mar 1 dic 09:00-12:30', '2026-12-01T08:00:00Z', '2026-12-01T11:30:00Z'],
  ['gruodžio 1 d., antradienis 9:00–12:30', '2026-12-01T08:00:00Z', '2026-12-01T11:30:00Z'],
  ['ср 2 груд. 22:30 - чт 3 груд. 04:30', '2026-12-02T21:30:00Z', '2026-12-03T03:30:00Z'],
])('%s is found by its day and hours', (text, start, end) => {
  expect(marksIn(text)).toContain(markOf({ start: new Date(start), end: new Date(end) }, 'Europe/Rome'))
})

test('a text without times has no marks, and one full of them not too many', () => {
  expect(marksIn('Via Roma 12, 15121 Alessandria')).toEqual([])
  expect(
    marksIn(Array.from({ length: 400 }, (_one, index) => `${(index % 28) + 1} 0${index % 9}:00`).join(' ')).length,
  ).toBeLessThanOrEqual(300)
})
