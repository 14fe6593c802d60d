import { describe, expect, test } from 'vitest'
import { taggedResponse } from './tagged-response'

const BYTES = new Uint8Array([26, 3, 10, 1, 97])
const HEADERS = { 'Content-Type': 'application/vnd.mapbox-vector-tile', 'Cache-Control': 'public, max-age=60' }

function ask(known?: string, bytes = BYTES): Response {
  return taggedResponse(new Request('http://localhost/', { headers: known ? { 'If-None-Match': known } : {} }), bytes, HEADERS)
}

const tag = ask().headers.get('etag') ?? ''

describe('a tagged response', () => {
  test('carries the bytes, their type and their tag', async () => {
    expect(ask().status).toBe(200)
    expect(new Uint8Array(await ask().arrayBuffer())).toEqual(BYTES)
    expect(ask().headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
    expect(tag).toMatch(/^"[\w-]{27}"$/)
  })

  test('has another tag for other bytes', () => {
    expect(ask(undefined, new Uint8Array([1])).headers.get('etag')).not.toBe(tag)
  })

  test.each([tag, `W/${tag}`, `"other", ${tag}`, '*'])('says 304 to whoever has %s', (known) => {
    expect(ask(known).status).toBe(304)
    expect(ask(known).headers.get('cache-control')).toBe('public, max-age=60')
  })

  test('is whole for whoever has something else', () => {
    expect(ask('"other"').status).toBe(200)
  })

  test('says 204 when there is nothing', () => {
    expect(ask(undefined, new Uint8Array()).status).toBe(204)
  })
})
