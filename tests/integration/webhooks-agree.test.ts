import { beforeAll, expect, it } from 'vitest'
import { POST as resend } from '@/app/api/webhooks/resend/route'
import { POST as telegram } from '@/app/api/webhooks/telegram/route'
import { POST as twilio } from '@/app/api/webhooks/twilio/route'
import { POST as viber } from '@/app/api/webhooks/viber/route'
import { CREDENTIALS } from '../providers/credentials'
import type { Callback, ProviderDefinition } from '../providers/provider'
import { RESEND } from '../providers/resend-server'
import { TELEGRAM } from '../providers/telegram-server'
import { TWILIO } from '../providers/twilio-server'
import { VIBER } from '../providers/viber-server'
import { createUtility } from './factories'
import { addToldMessage, getContact, getMessage } from './told-messages'

const HERE = 'https://acque.example'
Object.assign(process.env, CREDENTIALS, { PUBLIC_URL: HERE })

interface Case {
  definition: ProviderDefinition
  path: string
  handle: (request: Request) => Promise<Response>
}

const CASES: Record<'sms' | 'email' | 'telegram' | 'viber', Case> = {
  sms: { definition: TWILIO, path: '/api/webhooks/twilio?sender=twilio', handle: twilio },
  email: { definition: RESEND, path: '/api/webhooks/resend', handle: resend },
  telegram: { definition: TELEGRAM, path: '/api/webhooks/telegram', handle: telegram },
  viber: { definition: VIBER, path: '/api/webhooks/viber', handle: viber },
}

/** What the pretended provider posts, handed to the real handler. */
async function hand({ definition, path, handle }: Case, callback: Callback | undefined): Promise<void> {
  if (!callback) throw new Error('nothing to hand on')
  const url = `${HERE}${path}`
  const headers = { 'content-type': callback.contentType, ...definition.sign(url, callback) }
  const response = await handle(new Request(url, { method: 'POST', headers, body: callback.body }))
  expect([response.status, await response.text()]).toEqual([200, expect.anything()])
}

const RECEIPTS = [
  ['sms', 'twilio', 'SM00000000000000000000000000000001', '+393330000001'],
  ['email', 'resend', '4ef9a417-02e9-4d39-ad75-9611e0fcc33c', 'anna@example.org'],
  ['viber', 'viber', '4912661846655238145:01234567890A=', '01234567890A='],
] as const

beforeAll(createUtility)

it.each(RECEIPTS)('the pretended provider of %s and we mean the same by a receipt', async (channel, provider, providerId, to) => {
  const { definition } = CASES[channel]
  const { messageId } = await addToldMessage({ channel, to, provider, providerId })
  const told = { id: providerId, to, text: 'Niente acqua', at: Date.now(), fields: { account: CREDENTIALS.TWILIO_ACCOUNT_SID } }
  for (const state of definition.states.undelivered) await hand(CASES[channel], definition.report(told, state, undefined))
  expect((await getMessage(messageId)).state).toBe('failed')
  for (const state of definition.states.delivered) await hand(CASES[channel], definition.report(told, state, undefined))
  expect((await getMessage(messageId)).state).toBe('delivered')
})

it.each([
  ['sms', '+393330000005'],
  ['telegram', '5005'],
] as const)('the pretended provider of %s and we mean the same by a word', async (channel, from) => {
  const { contactId } = await addToldMessage({ channel, to: from, provider: channel, providerId: null })
  await hand(CASES[channel], CASES[channel].definition.inbound?.(from, 'STOP'))
  expect((await getContact(contactId)).state).toBe('opted_out')
})

it.each([
  ['telegram', '6006'],
  ['viber', 'BLOCKER1='],
] as const)('the pretended provider of %s and we mean the same by a blocked bot', async (channel, from) => {
  const { contactId } = await addToldMessage({ channel, to: from, provider: channel, providerId: null })
  await hand(CASES[channel], CASES[channel].definition.blocked?.(from))
  expect(await getContact(contactId)).toMatchObject({ state: 'unreachable', unreachableReason: 'blocked' })
})
