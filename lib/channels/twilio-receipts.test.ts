import { expect, it } from 'vitest'
import { readTwilioReceipts } from './twilio-receipts'

const status = (fields: object) => readTwilioReceipts('twilio_2', { MessageSid: 'SM1', ...fields }).receipt

it.each([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
])('takes %s for %s', (told, state) => {
  expect(status({ MessageStatus: told })).toEqual({ provider: 'twilio_2', providerId: 'SM1', state, errorCode: null, at: null })
})

it.each([
  [{ MessageStatus: 'undelivered', ErrorCode: '30005' }, 'twilio_30005'],
  [{ MessageStatus: 'failed' }, 'twilio_failed'],
  [{ MessageStatus: 'failed', ErrorCode: '' }, 'twilio_failed'],
  [{ MessageStatus: 'canceled' }, 'twilio_canceled'],
])('takes %j for a failure', (fields, errorCode) => {
  expect(status(fields)).toMatchObject({ state: 'failed', errorCode })
})

it.each(['queued', 'sending', 'accepted', 'scheduled', 'something new', '__proto__', 'constructor'])(
  'has nothing to learn from %s',
  (told) => {
    expect(status({ MessageStatus: told })).toBeUndefined()
  },
)

it('reads an SMS that somebody sent', () => {
  expect(
    readTwilioReceipts('twilio', { MessageSid: 'SM2', SmsStatus: 'received', From: '+393330000001', To: '+39333', Body: ' Stop ' }),
  ).toEqual({
    provider: 'twilio',
    id: 'SM2',
    inbound: { channel: 'sms', from: '+393330000001', text: ' Stop ' },
  })
})

it.each([
  {},
  { MessageSid: 'SM1' },
  { MessageStatus: 'sent' },
  { MessageSid: ['SM1', 'SM2'], MessageStatus: 'sent' },
  { MessageSid: 'SM1', MessageStatus: 'failed', ErrorCode: "30005'; DROP" },
  { MessageSid: 'SM1', From: '+39', Body: 'x'.repeat(2001) },
])('refuses %j', (form) => {
  expect(() => readTwilioReceipts('twilio', form)).toThrow('bad_input')
})
