import { expect, test } from 'vitest'
import { returnPath } from './return-path'

test('a path of ours is kept with its query', () => {
  expect(returnPath('/it/works/new?service=water#map', '/it')).toBe('/it/works/new?service=water#map')
})

test.each([undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', 'it'])(
  '%o leads nowhere else',
  (wanted) => {
    expect(returnPath(wanted, '/it')).toBe('/it')
  },
)
