import { expect, test } from 'vitest'
import { readJsonBody } from './read-json-body'

function post(body: BodyInit): Request {
  return new Request('http://localhost/', { method: 'POST', body })
}

test('JSON is read, whatever its letters', async () => {
  expect(await readJsonBody(post('{"title":"Вулиця Šv. Jono"}'))).toEqual({ title: 'Вулиця Šv. Jono' })
})

test('broken JSON is refused with the words at which it breaks', async () => {
  const reading = readJsonBody(post('{\n  "title": oops\n}'))
  await expect(reading).rejects.toMatchObject({ code: 'bad_input', detail: { params: { problem: expect.stringContaining('oops') } } })
})

test('an empty body is an empty object, so that the first missing field can be named', async () => {
  expect(await readJsonBody(post(' '))).toEqual({})
})

test('a body over 5 MB is refused without being read to its end', async () => {
  let pulled = 0
  const endless = new ReadableStream({
    pull: (controller) => {
      pulled += 1
      controller.enqueue(new Uint8Array(1_000_000))
    },
  })
  const request = new Request('http://localhost/', { method: 'POST', body: endless, duplex: 'half' } as RequestInit)
  await expect(readJsonBody(request)).rejects.toMatchObject({ code: 'too_large' })
  expect(pulled).toBeLessThan(10)
})

test('a body that is not UTF-8 is refused', async () => {
  await expect(readJsonBody(post(new Uint8Array([0x22, 0xe8, 0x22])))).rejects.toMatchObject({ detail: { reason: 'body_not_utf8' } })
})
