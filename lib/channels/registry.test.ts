import { expect, test } from 'vitest'
import { parseEnvironment } from '@/lib/env'
import { OUTBOX } from './outbox'
import { senderRegistry } from './registry'

const IDENTITY = { name: 'Acque del Tanaro', sender: 'AcqueTanaro' }
const environmentWith = (keys: Record<string, string>) => parseEnvironment({ DATABASE_URL: 'postgresql://localhost/x', ...keys })
const TWILIO = { TWILIO_ACCOUNT_SID: `AC${'1'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'token' }
const TWILIO_2 = { TWILIO_2_ACCOUNT_SID: `AC${'2'.repeat(32)}`, TWILIO_2_AUTH_TOKEN: 'token' }

function namesOf(keys: Record<string, string>) {
  const { sms, email, telegram, viber } = senderRegistry(environmentWith(keys), IDENTITY)
  return [sms, email, telegram, viber].map((senders) => senders.map(({ name, rate }) => `${name} ${rate}`).join(', '))
}

test('a channel without credentials writes to the outbox', () => {
  expect(senderRegistry(environmentWith({}), IDENTITY)).toEqual({ sms: [OUTBOX], email: [OUTBOX], telegram: [OUTBOX], viber: [OUTBOX] })
})

test('each channel with credentials has its provider, at the usual rate', () => {
  const keys = { ...TWILIO, RESEND_API_KEY: 're_x', TELEGRAM_BOT_TOKEN: '1:x', VIBER_AUTH_TOKEN: 'x' }
  expect(namesOf(keys)).toEqual(['twilio 10', 'resend 500', 'telegram 30', 'viber 15000'])
})

test('rates are what the environment says, for each of two senders of SMS', () => {
  const rates = { SMS_RATE: '40', EMAIL_RATE: '7', TELEGRAM_RATE: '5' }
  const keys = { ...TWILIO, ...TWILIO_2, SMTP_URL: 'smtp://localhost', TELEGRAM_BOT_TOKEN: '1:x', ...rates }
  expect(namesOf(keys)).toEqual(['twilio 40, twilio_2 40', 'smtp 7', 'telegram 5', 'outbox null'])
})

test('Resend comes before a mail server', () => {
  expect(namesOf({ RESEND_API_KEY: 're_x', SMTP_URL: 'smtp://localhost' })[1]).toBe('resend 500')
})

test('half of an account is said to be wrong, and not taken for an outbox that delivers everything', () => {
  expect(() => namesOf({ TWILIO_AUTH_TOKEN: 'token' })).toThrow('TWILIO_ACCOUNT_SID is missing')
})

test('senders are made once, and again when the utility changes its name', () => {
  const environment = environmentWith(TWILIO)
  const first = senderRegistry(environment, IDENTITY)
  expect(senderRegistry(environment, { ...IDENTITY })).toBe(first)
  expect(senderRegistry(environment, { ...IDENTITY, sender: 'Tanaro' })).not.toBe(first)
})
