import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { eicCheckCharacter, isValidEic } from './eic'

const realCodes = path.resolve('../shared/data/schemas/eic-valid.txt')

describe('EIC codes', () => {
  test('published codes are valid', () => {
    for (const code of ['10YDE-RWENET---I', '10YCH-SWISSGRIDZ', '10Y1001A1001B05V', '22XWATTPLUS----G']) {
      expect(eicCheckCharacter(code.slice(0, 15)), code).toBe(code.charAt(15))
      expect(isValidEic(code), code).toBe(true)
    }
  })

  test('a mistyped character is noticed wherever it stands', () => {
    const code = '10YDE-RWENET---I'
    for (let index = 0; index < code.length; index++) {
      const wrong = code.charAt(index) === 'X' ? 'Y' : 'X'
      expect(isValidEic(code.slice(0, index) + wrong + code.slice(index + 1)), `character ${index + 1}`).toBe(false)
    }
  })

  test('swapped neighbours are noticed', () => {
    expect(isValidEic('01YDE-RWENET---I')).toBe(false)
  })

  test.each(['', '10YDE-RWENET---', '10YDE-RWENET---II', '10yde-rwenet---i', '10YDE RWENET---I', '10YDE-RWENET---é'])(
    '%j is not a code',
    (code) => {
      expect(isValidEic(code)).toBe(false)
    },
  )

  test('a code whose check character would be a dash is never issued', () => {
    const bases = Array.from({ length: 200 }, (_, number) => `26ZRF${String(number).padStart(10, '0')}`)
    const dashed = bases.filter((base) => eicCheckCharacter(base) === '-')
    expect(dashed.length).toBeGreaterThan(0)
    for (const base of dashed) expect(isValidEic(`${base}-`)).toBe(false)
  })

  test('a check character is asked of 15 characters only', () => {
    expect(() => eicCheckCharacter('10YDE-RWENET---I')).toThrow(/15 characters/)
  })
})

describe.skipIf(!existsSync(realCodes))('the real EIC codes of the shared data (skipped where the folder is missing)', () => {
  test('all are valid', () => {
    const codes = readFileSync(realCodes, 'utf8').split('\n').filter(Boolean)
    expect(codes.length).toBeGreaterThan(50)
    expect(codes.filter((code) => !isValidEic(code))).toEqual([])
  })
})
