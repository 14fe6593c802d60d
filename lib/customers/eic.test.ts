import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { eicCheckCharacter, isValidEic } from './eic'

const REAL_CODES = path.resolve('..', 'shared', 'data', 'schemas', 'eic-valid.txt')

describe('an EIC code', () => {
  it.each(['10YIT-GRTN-----B', '10Y1001A1001B05V', '10YAT-APG------L'])('%s is valid', (code) => {
    expect(isValidEic(code)).toBe(true)
    expect(eicCheckCharacter(code.slice(0, 15))).toBe(code.at(-1))
  })

  it.each(['10YIT-GRTN-----C', '10YIT-GRTN----B', '10yit-grtn-----b', '10YIT GRTN-----B', '', 'П0YIT-GRTN-----B'])('%j is not', (code) => {
    expect(isValidEic(code)).toBe(false)
  })

  it.skipIf(!existsSync(REAL_CODES))('is valid for all real ones, and for none of them with one character changed', () => {
    const codes = readFileSync(REAL_CODES, 'utf8').split(/\s+/).filter(Boolean)
    expect(codes.filter((code) => !isValidEic(code))).toEqual([])
    const changed = codes.map((code) => (code[0] === '2' ? '3' : '2') + code.slice(1))
    expect(changed.filter(isValidEic)).toEqual([])
  })
})
