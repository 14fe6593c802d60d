import { expect, test } from 'vitest'
import { describeTimeLeft } from './describe-time-left'

test.each([
  [1, '1 minute'],
  [60_000, '1 minute'],
  [60_001, '2 minutes'],
  [3_600_000, '1 hour'],
  [3_600_000 + 300_000, '1 hour 5 minutes'],
  [26 * 3_600_000, '26 hours'],
])('%i ms are %s', (milliseconds, words) => {
  expect(describeTimeLeft(milliseconds, 'en')).toBe(words)
})

test('the words are the reader’s', () => {
  expect(describeTimeLeft(125 * 60_000, 'uk')).toBe('2 години 5 хвилин')
})
