import fc from 'fast-check'
import { SegmentedMessage } from 'sms-segments-calculator'
import { expect, it } from 'vitest'
import { countSegments } from './count-segments'

const LETTERS = [
  ...'abcXYZ àèéìòùñ 0123456789 .,:;-/\'"@_\n[]{}^~|€\\ ąčęėįšųūžĄŽ іїєґщюяЩ №’“”–…« ß Ω',
  '\r',
  '👍',
  'e\u0301',
  '👨‍👩‍👧',
  '\u00a0',
]
const text = (most: number) => fc.array(fc.constantFrom(...LETTERS), { maxLength: most }).map((letters) => letters.join(''))
const long = (letters: string) => fc.array(fc.constantFrom(...letters), { minLength: 60, maxLength: 480 }).map((all) => all.join(''))

it('counts as the library does, whatever the letters', () => {
  fc.assert(
    fc.property(fc.oneof(text(180), long('abc è.'), long('abc €['), long('аб вї'), long('abc ž€')), (message) => {
      expect(countSegments(message)).toBe(new SegmentedMessage(message).segmentsCount)
    }),
    { numRuns: 500 },
  )
}, 30_000)

it.each([160, 161, 306, 307])('counts %i letters as the library does', (length) => {
  for (const letter of ['a', 'à', 'ž', 'ї', '€']) {
    const message = letter.repeat(length)
    expect(countSegments(message)).toBe(new SegmentedMessage(message).segmentsCount)
  }
})
