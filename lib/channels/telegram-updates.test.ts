import { expect, it } from 'vitest'
import { readTelegramUpdate } from './telegram-updates'

const chat = { id: 1001, type: 'private', first_name: 'Anna' }
const message = (fields: object) => readTelegramUpdate({ update_id: 7, message: { message_id: 1, date: 1, chat, ...fields } })
const member = (status: string) =>
  readTelegramUpdate({ update_id: 8, my_chat_member: { chat, date: 1, from: {}, old_chat_member: {}, new_chat_member: { status } } })

it('reads what somebody wrote to the bot', () => {
  expect(message({ text: '/stop' })).toEqual({
    provider: 'telegram',
    id: '7',
    inbound: { channel: 'telegram', from: '1001', text: '/stop' },
  })
})

it('lets nobody speak for a group', () => {
  expect(message({ text: 'stop', chat: { id: -100, type: 'supergroup' } }).inbound).toBeUndefined()
})

it('has nothing to say to pictures', () => {
  expect(message({ photo: [] }).inbound).toBeUndefined()
})

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
  expect(readTelegramUpdate({ update_id: 9, edited_message: { chat, text: 'stop' } })).toEqual({ provider: 'telegram', id: '9' })
})

it.each([null, [], 'x', {}, { update_id: '7' }, { update_id: 1, message: { chat: { id: '1001', type: 'private' }, text: 'stop' } }])(
  'refuses %j',
  (body) => {
    expect(() => readTelegramUpdate(body)).toThrow('bad_input')
  },
)
