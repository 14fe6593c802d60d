import { describe, expect, test } from 'vitest'
import type { StreetListPiece } from '@/lib/addresses/street-list'
import { mendPiece } from './mend-piece'

const piece = (text: string, line: number, street: string): StreetListPiece => ({
  text,
  line,
  status: 'unknown',
  addresses: 0,
  problem: { reason: 'street_not_known', params: { street } },
})

describe('mending a list of streets', () => {
  test('the street is replaced, its numbers stay', () => {
    const mended = mendPiece('via Roma; via Gariboldi 3, 5', piece('via Gariboldi 3, 5', 1, 'via Gariboldi'), 'Via Garibaldi')
    expect(mended).toEqual({ list: 'via Roma; Via Garibaldi 3, 5', piece: 'Via Garibaldi 3, 5' })
  })

  test('of two equal pieces the one on its own line is mended', () => {
    const list = 'via Gariboldi 1\nvia Gariboldi 1'
    expect(mendPiece(list, piece('via Gariboldi 1', 2, 'via Gariboldi'), 'Via Garibaldi')?.list).toBe('via Gariboldi 1\nVia Garibaldi 1')
  })

  test('what does not stand there as it was understood is left alone', () => {
    expect(mendPiece('via Roma', piece('v. Gariboldi', 1, 'via Gariboldi'), 'Via Garibaldi')).toBeNull()
    expect(mendPiece('v. Gariboldi', piece('v. Gariboldi', 1, 'via Gariboldi'), 'Via Garibaldi')).toBeNull()
    expect(mendPiece('x', { ...piece('x', 1, ''), problem: { reason: 'x', params: {} } }, 'Via Garibaldi')).toBeNull()
  })
})
