import { expect, it } from 'vitest'
import { readTelegramUpdate } from './telegram-updates'

const chat = { id: 1001, type: 'private', first_name: 'Anna' }
const member = (status: string) =>
  readTelegramUpdate({ update_id: 8, my_chat_member: { chat, date: 1, from: {}, old_chat_member: {}, new_chat_member: { status } } })

it.each([
  ['kicked', false],
  ['left', false],
  ['member', true],
])('sees by %s whether it may write', (status, isReachable) => {
  expect(member(status)).toEqual({ provider: 'telegram', id: '8', reachability: { channel: 'telegram', value: '1001', isReachable } })
})

it.each(['restricted', 'constructor'])('makes nothing of %s', (status) => {
  expect(member(status)).toEqual({ provider: 'telegram', id: '8' })
})

it('knows that other updates are none of its business', () => {
  expect(readTelegramUpdate({ update_id: 9, message: { chat, text: 'stop' } })).toEqual({ provider: 'telegram', id: '9' })
})

it.each([null, [], 'x', {}, { update_id: '7' }, { update_id: 1, my_chat_member: { chat: { id: '1001', type: 'private' } } }])(
  'refuses %j',
  (body) => {
    expect(() => readTelegramUpdate(body)).toThrow('bad_input')
  },
)
