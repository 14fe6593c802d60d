import { expect, test } from 'vitest'
import { comingFeedHref, comingHref, readComingFilter } from './coming-filter'

test('what makes no sense in an address is left out', () => {
  expect(readComingFilter({ service: 'beer', municipality: ['a', 'b'], page: '-3' })).toEqual({ page: 1 })
  expect(readComingFilter({ service: '', municipality: '  ', page: '1e99' })).toEqual({ page: 1 })
})

test('a filter leads back to itself', () => {
  const filter = { service: 'water', municipality: 'Žemaičių & Co', page: 3 } as const
  const query = new URLSearchParams(comingHref(filter, filter.page).split('?')[1])
  expect(readComingFilter(Object.fromEntries(query))).toEqual(filter)
  expect(comingHref({}, 1)).toBe('/works')
  expect(comingFeedHref({ service: 'gas' }, 'lt')).toBe('/feeds/works.atom?service=gas&lang=lt')
})
