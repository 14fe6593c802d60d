import { expect, test } from 'vitest'
import { readWorksFilter } from './works-filter'

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
