import { describe, expect, test } from 'vitest'
import { knownTags, taggedResponse } from './tagged-response'

const BYTES = new Uint8Array([26, 3, 10, 1, 97])
const HEADERS = { 'Content-Type': 'application/vnd.mapbox-vector-tile', 'Cache-Control': 'public, max-age=60' }

describe('a tagged response', () => {
  test('carries the bytes, their type and their tag', async () => {
    const response = taggedResponse('r.c', BYTES, HEADERS)
    expect(response.status).toBe(200)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(BYTES)
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
    expect(response.headers.get('etag')).toBe('"r.c"')
  })

  test('says 304 to whoever has them, for as long as a whole one says', () => {
    const response = taggedResponse('r.c', null, HEADERS)
    expect([response.status, response.headers.get('etag'), response.headers.get('cache-control')]).toEqual([
      304,
      '"r.c"',
      'public, max-age=60',
    ])
  })

  test('says 204 when there is nothing', () => {
    expect(taggedResponse('r.c', new Uint8Array(), HEADERS).status).toBe(204)
  })
})

describe('the tags that a caller knows', () => {
  test.each([
    ['"r.c"', ['r.c']],
    ['W/"r.c"', ['r.c']],
    ['"other", W/"r.c"', ['other', 'r.c']],
    ['*', []],
    ['r.c', []],
    [undefined, []],
  ])('of %s are %o', (header, tags) => {
    expect(knownTags(new Request('http://localhost/', { headers: header ? { 'If-None-Match': header } : {} }))).toEqual(tags)
  })
})
