import { expect, it } from 'vitest'
import { countEdits } from './count-edits'

it('counts edits, an exchange of neighbours as one', () => {
  expect(countEdits('garibaldi', 'garibadli', 2)).toBe(1)
  expect(countEdits('roma', 'romana', 2)).toBe(2)
  expect(countEdits('roma', 'milano', 2)).toBe(3)
  expect(countEdits('roma', 'rma', 2)).toBe(1)
  expect(countEdits('via', 'avi', 2)).toBe(2)
  expect(countEdits('київська', 'київьска', 2)).toBe(1)
})

it('counts in words of any length, whatever it counted before', () => {
  expect(countEdits('a'.repeat(300), `${'a'.repeat(299)}b`, 2)).toBe(1)
  expect(countEdits('ab', 'ba', 1)).toBe(1)
})
