import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { settleMessages } from '@/lib/notices/settle-messages'
import { sweep } from '@/lib/notices/sweep'
import { ADVANCE, addPeople, calmDown, deliver, findMessages, HOUR, later, MINUTE, publish, receivedBy, startLab } from './delivery-lab'
import { createUtility } from './factories'

const lab = startLab({ use: ['twilio', 'resend', 'telegram'] })

/** What stands before Twilio: a gateway that can refuse to say what Twilio has, while messages get through. */
const gateway = { isListDown: false }
const server = http.createServer((incoming, response) => {
  if (incoming.method === 'GET' && gateway.isListDown) return void response.writeHead(503).end()
  const { method, headers, url = '/' } = incoming
  const onward = http.request(`${lab.twilio.url}${url}`, { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => incoming.socket.destroy())
  incoming.pipe(onward)
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env.TWILIO_BASE_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await createUtility()
})
beforeEach(() => calmDown(lab))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** The same minutes pass at the provider. */
function passAtTwilio(milliseconds: number): void {
  for (const message of receivedBy(lab, 'twilio')) message.at -= milliseconds
}

it('adopts an SMS whose answer was lost, also when Twilio could not be asked at first', async () => {
  await addPeople(0, 1)
  const reference = await publish(0)
  lab.twilio.provider.behaviour.drop = { next: 1 }
  await deliver(ADVANCE)
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'sending', claimToken: null, providerId: null }])
  expect(await settleMessages(later(ADVANCE, MINUTE / 2))).toBe(0)

  gateway.isListDown = true
  for (const minutes of [2, 4, 20, 40]) await sweep(later(ADVANCE, minutes * MINUTE))
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'sending' }])
  gateway.isListDown = false
  passAtTwilio(45 * MINUTE)
  await sweep(later(ADVANCE, 45 * MINUTE))
  await deliver(later(ADVANCE, 45 * MINUTE))
  const [taken] = receivedBy(lab, 'twilio')
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'sent', providerId: taken?.id, attempt: 1 }])
  expect(lab.twilio.provider.log.summary()).toMatchObject({ accepted: 1, violations: 0 })
})

it('sends an SMS once more that Twilio never got', async () => {
  await addPeople(4, 1)
  const reference = await publish(4)
  lab.twilio.provider.behaviour.drop = { next: 1, isBefore: true }
  await deliver(ADVANCE)
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'sending' }])
  await sweep(later(ADVANCE, 2 * MINUTE))
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'queued', claimToken: null }])
  await deliver(later(ADVANCE, 2 * MINUTE))
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'sent', attempt: 2 }])
  expect(lab.twilio.provider.log.summary()).toMatchObject({ accepted: 1 })
})

it('sends an e-mail request again under its key, and Resend takes it for the same', async () => {
  await addPeople(8, 3, 'email')
  const reference = await publish(8)
  lab.resend.provider.behaviour.drop = { next: 1 }
  await deliver(ADVANCE)
  await sweep(later(ADVANCE, 2 * MINUTE))
  const ids = receivedBy(lab, 'resend').map(({ id }) => id)
  const messages = await findMessages(reference, 'advance')
  expect(messages.map(({ state, providerId }) => [state, ids.includes(providerId ?? '')])).toEqual(Array(3).fill(['sent', true]))
  expect(lab.resend.provider.log.summary()).toMatchObject({ accepted: 4, doubles: 0, replayed: 1, violations: 0 })
})

it('gives an e-mail request up when Resend has forgotten its key, rather than double it', async () => {
  await addPeople(12, 1, 'email')
  const reference = await publish(12)
  // A gateway that says so may stand before a Resend that has it.
  lab.resend.provider.behaviour.refuse = [{ status: 503 }]
  await deliver(ADVANCE)
  for (let hours = 1; hours <= 22; hours += 3) await sweep(later(ADVANCE, hours * HOUR))
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'sending' }])
  lab.resend.provider.behaviour.refuse = []
  await sweep(later(ADVANCE, 24 * HOUR))
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'unknown', errorCode: 'resend_key_expired' }])
  expect(receivedBy(lab, 'resend')).toEqual([])
})

it('says of a chat whose answer was lost that nobody knows', async () => {
  await addPeople(16, 1, 'telegram')
  const reference = await publish(16)
  lab.telegram.provider.behaviour.drop = { next: 1 }
  await deliver(ADVANCE)
  expect(await findMessages(reference, 'advance')).toMatchObject([{ state: 'unknown' }])
  await sweep(later(ADVANCE, 10 * MINUTE))
  await deliver(later(ADVANCE, 10 * MINUTE))
  expect(lab.telegram.provider.log.summary()).toMatchObject({ accepted: 1 })
})
