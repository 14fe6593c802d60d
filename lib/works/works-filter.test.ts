import { expect, test } from 'vitest'
import { filterParams, readWorksFilter, readWorksPage } from './works-filter'

test('a filter is read from an address', () => {
  expect(readWorksFilter({ state: 'draft', service: 'water', text: ' via Roma ' })).toEqual({
    state: 'draft',
    service: 'water',
    text: 'via Roma',
  })
})

test('what makes no sense is left out', () => {
  expect(readWorksFilter({ state: 'lost', service: ['water', 'gas'], text: '', page: '2' })).toEqual({})
})

test('days are read, and no day is left out', () => {
  expect(readWorksFilter({ from: '2026-12-01', to: '2026-02-30' })).toEqual({ from: '2026-12-01' })
})

test('a filter written into an address is read back', () => {
  const filter = { state: 'ended', text: 'via Roma & C.', from: '2026-12-01', to: '2026-12-31' } as const
  expect(readWorksFilter(Object.fromEntries(filterParams(filter)))).toEqual(filter)
})

test('a page that is none is the first', () => {
  expect(readWorksPage({ page: '3' })).toMatchObject({ number: 3, offset: 200 })
  for (const page of ['0', '-1', 'x', '1e9', undefined]) expect(readWorksPage({ page: page as string }).offset).toBe(0)
})
