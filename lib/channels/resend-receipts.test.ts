import { expect, it } from 'vitest'
import { readResendReceipts } from './resend-receipts'

const AT = '2026-11-22T23:41:12.126Z'
const read = (type: string, data: object = {}) =>
  readResendReceipts('msg_1', { type, created_at: AT, data: { email_id: 'e-1', ...data } }).receipt

it.each([
  ['email.sent', {}, 'sent', null],
  ['email.delivered', {}, 'delivered', null],
  ['email.bounced', { bounce: { type: 'Permanent', subType: 'General', message: '' } }, 'failed', 'resend_bounced_for_good'],
  ['email.bounced', { bounce: { type: 'Transient', subType: 'MailboxFull', message: '' } }, 'failed', 'resend_bounced'],
  ['email.bounced', {}, 'failed', 'resend_bounced'],
  ['email.complained', {}, 'failed', 'resend_complained'],
  ['email.suppressed', {}, 'failed', 'resend_suppressed'],
  ['email.failed', { failed: { reason: 'reached_daily_quota' } }, 'failed', 'resend_failed'],
])('reads %s %j', (type, data, state, errorCode) => {
  expect(read(type, data)).toEqual({ provider: 'resend', providerId: 'e-1', state, errorCode, at: new Date(AT) })
})

it.each(['email.delivery_delayed', 'email.opened', 'email.clicked', 'contact.created', 'toString'])(
  'has nothing to learn from %s',
  (type) => {
    expect(readResendReceipts('msg_1', { type })).toEqual({ provider: 'resend', id: 'msg_1' })
  },
)

it.each([
  null,
  [],
  'email.sent',
  {},
  { type: 1 },
  { type: 'email.sent' },
  { type: 'email.sent', created_at: 'yesterday', data: { email_id: 'e-1' } },
  { type: 'email.sent', created_at: AT, data: { email_id: 7 } },
])('refuses %j', (body) => {
  expect(() => readResendReceipts('msg_1', body)).toThrow('bad_input')
})
