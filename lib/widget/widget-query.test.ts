import { expect, test } from 'vitest'
import { readWidgetQuery } from './widget-query'
import { widgetSearch } from './widget-search'

test('what makes no sense in the frame of another page is left out', () => {
  const hostile = { q: ['a', 'b'], address: '1'.repeat(50), colour: 'url(javascript:alert(1))', town: 'x'.repeat(500) }
  expect(readWidgetQuery(hostile)).toEqual({ colour: 'petrol' })
})

test('colour and town stay while one searches', () => {
  const query = readWidgetQuery({ colour: 'blue', town: 'Žiežmariai & Co', q: 'via Roma' })
  expect(widgetSearch(query, { address: 7 })).toBe('?address=7&colour=blue&town=%C5%BDie%C5%BEmariai+%26+Co')
  expect(widgetSearch({ colour: 'petrol', town: undefined })).toBe('')
})
