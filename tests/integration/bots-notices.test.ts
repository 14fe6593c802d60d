import { beforeEach, expect, it } from 'vitest'
import { deliverLetters } from '@/lib/contacts/letters/deliver-letters'
import { queueLetter } from '@/lib/contacts/letters/queue-letter'
import { database } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import { telegramState } from '../providers/telegram-state'
import { Chat } from './bot-chat'
import { ADVANCE, calmDown, DAY_BEFORE, deliver, findMessages, publish, receivedBy, startLab } from './delivery-lab'
import { addHousehold, createUtility } from './factories'

const lab = startLab({ use: ['telegram', 'viber'], environment: { PUBLIC_URL: 'https://acque.example' } })
beforeEach(async () => {
  await calmDown(lab)
  if ((await database().utility.count()) === 0) await createUtility()
})

let houses = 0

/** A house where `publish(x)` hits it, followed without a contract by these chats. */
async function addFollowers(x: number, channel: Channel, chats: string[], threadId: number | null = null): Promise<number> {
  const number = ++houses
  const house = { x: x + 1, y: 1, street: 'Via Po', number, channel: 'email' as const, value: `po${number}@example.org`, language: 'it' }
  const { addressId } = await addHousehold(house)
  for (const value of chats) {
    const told = { channel, value, language: 'it', state: 'confirmed', confirmedAt: new Date(), threadId } as const
    await database().contact.create({
      data: { person: { create: {} }, ...told, subscriptions: { create: { addressId, role: 'resident' } } },
    })
  }
  return addressId
}

interface Markup {
  inline_keyboard: Array<Array<{ text: string; url?: string; callback_data?: string }>>
}

it('a notice in Telegram says its stage, the address and the end, and is left for the address by a tap and a yes', async () => {
  const addressId = await addFollowers(0, 'telegram', ['8001'])
  const reference = await publish(0)
  await deliver(ADVANCE)
  const [told] = receivedBy(lab, 'telegram')
  expect(told?.text).toMatch(/^Primo avviso: acqua\n\n/)
  expect(told?.text).toContain(`Via Po ${houses}`)
  expect(told?.text).toContain('12:30')
  const { inline_keyboard: rows } = (told?.fields.reply_markup ?? {}) as Markup
  expect(rows.flat().map(({ url, callback_data }) => url ?? callback_data)).toEqual([
    `https://acque.example/addresses/${addressId}/calendar.ics`,
    `https://acque.example/it/works/${reference}`,
    `leave:${addressId}`,
  ])
  expect(lab.telegram.provider.log.summary()).toMatchObject({ violations: 0 })
  const chat = new Chat(8001)
  const asked = await chat.press(rows.flat().at(-1)?.callback_data ?? '')
  await chat.press(asked.buttons.get('Sì') ?? '')
  await deliver(DAY_BEFORE)
  expect(receivedBy(lab, 'telegram')).toHaveLength(1)
})

it('a group is told in its topic, and where it went when it became a supergroup', async () => {
  await addFollowers(10, 'telegram', ['-1008001'], 42)
  await publish(10)
  await deliver(ADVANCE)
  expect(receivedBy(lab, 'telegram')[0]?.fields).toMatchObject({ chat_id: -1008001, message_thread_id: 42 })
  telegramState(lab.telegram.provider).moved.set('-1008001', -1009002)
  await deliver(DAY_BEFORE)
  expect(receivedBy(lab, 'telegram').at(-1)?.fields).toMatchObject({ chat_id: -1009002 })
  expect(receivedBy(lab, 'telegram')).toHaveLength(2)
})

it('equal notices with equal buttons go to three hundred Viber chats at once', async () => {
  const chats = Array.from({ length: 301 }, (_, index) => `viber-house-${String(index).padStart(6, '0')}`)
  const addressId = await addFollowers(20, 'viber', chats)
  const reference = await publish(20)
  await deliver(ADVANCE)
  expect(await findMessages(reference, 'advance')).toHaveLength(302)
  const received = receivedBy(lab, 'viber')
  expect(received).toHaveLength(301)
  expect(new Set(received.map(({ id }) => id.split(':')[0])).size).toBe(2)
  expect(lab.viber.provider.log.summary()).toMatchObject({ violations: 0, violationsNamed: [] })
  const single = received.find(({ fields }) => 'keyboard' in fields)
  expect(single?.fields.keyboard).toMatchObject({
    Buttons: [
      { ActionType: 'open-url', ActionBody: `https://acque.example/addresses/${addressId}/calendar.ics` },
      { ActionType: 'open-url', ActionBody: `https://acque.example/it/works/${reference}` },
      { ActionType: 'reply', ActionBody: expect.stringContaining(`(leave:${addressId})`) },
    ],
  })
})

it('a page that only this machine can open has no button: Telegram would refuse the whole message', async () => {
  const { telegramMessage } = await import('@/lib/channels/telegram-message')
  const buttons = [[{ text: 'Map', url: 'http://localhost:3000/it/works/W-1' }], [{ text: 'Stop', act: 'leave:1' }]]
  expect(telegramMessage({ to: '8001', text: 'x', buttons }).reply_markup).toEqual({
    inline_keyboard: [[{ text: 'Stop', callback_data: 'leave:1' }]],
  })
})

it('whether somebody still lives there is asked in the chat with a button, and one tap is enough', async () => {
  const addressId = await addFollowers(30, 'telegram', ['8005'])
  const where = { contact: { channel: 'telegram' as const, value: '8005' } }
  await database().subscription.updateMany({ where, data: { renewBy: new Date('2026-12-01T00:00:00Z') } })
  const contact = await database().contact.findFirstOrThrow({ where: where.contact })
  const facts = { addressId, address: `Via Po ${houses}`, until: '1 dicembre' }
  const letter = {
    kind: 'renewal_asked',
    channel: 'telegram',
    to: '8005',
    contactId: contact.id,
    language: 'it',
    facts,
    notAfter: DAY_BEFORE,
  } as const
  await queueLetter(database(), letter, ADVANCE)
  await deliverLetters(ADVANCE)
  const [asked] = receivedBy(lab, 'telegram')
  const { inline_keyboard: rows } = (asked?.fields.reply_markup ?? {}) as Markup
  const yes = rows.flat().find(({ text }) => text.startsWith('Sì'))
  expect((await new Chat(8005).press(yes?.callback_data ?? '')).text).toContain('Fatto')
  const [renewed] = await database().subscription.findMany({ where })
  expect(renewed?.renewBy?.getTime()).toBeGreaterThan(Date.now() + 300 * 86_400_000)
})
