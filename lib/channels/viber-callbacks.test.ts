import { expect, it } from 'vitest'
import { parseViberJson } from './parse-viber-json'
import { readViberCallback } from './viber-callbacks'

const TOKEN = '4912661846655238145'
const read = (fields: string) => readViberCallback(parseViberJson(`{"timestamp":1457764197627,"message_token":${TOKEN},${fields}}`))

it.each([
  ['delivered', 'delivered', null],
  ['seen', 'delivered', null],
  ['failed', 'failed', 'viber_failed'],
])('reads %s, with all digits of the token', (event, state, errorCode) => {
  expect(read(`"event":"${event}","user_id":"01234567890A=","desc":"?"`)).toEqual({
    provider: 'viber',
    id: TOKEN,
    receipt: { provider: 'viber', providerId: `${TOKEN}:01234567890A=`, state, errorCode, at: new Date(1457764197627) },
  })
})

it('is not misled by a token inside somebody’s words', () => {
  const words = '{"message_token":1} \\"message_token\\": 12'
  expect(read(`"event":"message","sender":{"id":"01234567890A="},"message":{"type":"text","text":${JSON.stringify(words)}}`)).toEqual({
    provider: 'viber',
    id: TOKEN,
  })
})

it('sees who blocks the bot and who takes that back', () => {
  expect(read('"event":"unsubscribed","user_id":"01234567890A="').reachability).toEqual({
    channel: 'viber',
    value: '01234567890A=',
    isReachable: false,
  })
  expect(read('"event":"subscribed","user":{"id":"01234567890A="}').reachability).toEqual({
    channel: 'viber',
    value: '01234567890A=',
    isReachable: true,
  })
})

it.each([
  '"event":"webhook"',
  '"event":"conversation_started","user":{}',
  '"event":"__proto__"',
  '"event":"message","sender":{"id":"u"},"message":{"type":"picture"}',
])('has nothing to learn from %s', (fields) => {
  expect(read(fields)).toEqual({ provider: 'viber', id: TOKEN })
})

it.each(['"event":"delivered"', '"event":7', '"event":"delivered","user_id":{"$ne":1}', '"event":"failed","user_id":""'])(
  'refuses %s',
  (fields) => {
    expect(() => read(fields)).toThrow('bad_input')
  },
)
