import { describe, expect, it } from 'vitest'
import { removeOwnContact } from '@/lib/contacts/confirm/remove-own-contact'
import { database } from '@/lib/db/client'
import { telegramState } from '../providers/telegram-state'
import { Chat } from './bot-chat'
import { contactsOf, followed, nameMeter, roma, withTelegram } from './telegram-lab'

const telegram = withTelegram()

describe('a resident', () => {
  it('begins, chooses a language and enrols for an address by typing it', async () => {
    const chat = new Chat(2001, { language: 'en' })
    const hello = await chat.write('/start')
    expect(hello.text).toContain('Hello! Acque di Prova')
    expect([...hello.buttons.keys()]).toContain('Українська')
    expect((await chat.press('speak:it')).text).toContain('in italiano')
    expect((await chat.write('Segui un indirizzo')).fields.reply_markup).toMatchObject({
      keyboard: [[{ request_location: true }], expect.anything()],
    })
    const asked = await chat.write('via roma 2 provaglio')
    expect(asked.text).toContain('Via Roma 2')
    expect((await chat.write('sì')).text).toContain('Fatto')
    expect(await followed(2001)).toEqual([{ addressId: roma[1], accountId: null, role: 'resident' }])
    expect(await contactsOf(2001)).toMatchObject([{ state: 'confirmed', language: 'it', threadId: null }])
  })

  it('enrols where they stand, by a button', async () => {
    const chat = new Chat(2002)
    await chat.press('enrol')
    const near = await chat.locate(8.7 + 0.0091, 45.001)
    expect(near.text).toContain('1. Via Roma 3')
    expect((await chat.press(near.buttons.get([...near.buttons.keys()][0] ?? '') ?? '')).text).toContain('Via Roma 3')
    await chat.press(`follow_yes:${roma[2]}`)
    expect(await followed(2002)).toMatchObject([{ addressId: roma[2] }])
    expect((await new Chat(2003).locate(0, 0)).text).toContain('Non ho trovato')
  })

  it('may follow five addresses, and hears why there is no sixth', async () => {
    const chat = new Chat(2004)
    for (const id of roma.slice(0, 5)) await chat.press(`follow_yes:${id}`)
    expect((await chat.press(`follow_yes:${roma[5]}`)).text).toContain('5')
    expect(await followed(2004)).toHaveLength(5)
    expect((await chat.press(`follow_yes:${roma[0]}`)).text).toContain('Fatto')
    expect((await chat.press('follow_yes:999999')).text).toContain('Non c')
  })

  it('lists, removes after a yes, and sees what is planned', async () => {
    const chat = new Chat(2005)
    expect((await chat.write('elenco')).text).toContain('Qui non si segue ancora nulla')
    await chat.press(`follow_yes:${roma[0]}`)
    await chat.press(`follow_yes:${roma[1]}`)
    expect((await chat.write('elenco')).text).toMatch(/1\. Via Roma 1.*\n2\. Via Roma 2/)
    expect((await chat.write('che cosa è previsto?')).text).toContain('Non risulta previsto nulla')
    await chat.write('rimuovi')
    expect((await chat.write('2')).text).toContain('Rimuovere Via Roma 2')
    expect((await chat.write('sì')).text).toContain('Rimosso')
    expect(await followed(2005)).toMatchObject([{ addressId: roma[0] }])
  })
})

describe('a customer', () => {
  it('adds an account by its number and its meter, and hears of it', async () => {
    const number = await nameMeter(4, '55667788')
    const chat = new Chat(3001)
    await chat.write('aggiungi')
    await chat.write(` ${number} `)
    const added = await chat.write('55667788')
    expect(added.text).toContain('Via Roma 4')
    expect(added.text).not.toContain(number)
    expect(await followed(3001)).toMatchObject([{ addressId: null, accountId: expect.any(Number) }])
    // The holder's own contact is the same person's: one fallback for the other.
    const holder = await database().account.findUniqueOrThrow({ where: { number }, select: { holderId: true } })
    expect(await contactsOf(3001)).toMatchObject([{ personId: holder.holderId }])
  })

  it('adds a second account to the same chat', async () => {
    const [first, second] = [await nameMeter(5, '1111'), await nameMeter(6, '2222')]
    const chat = new Chat(3002)
    for (const [number, meter] of [
      [first, '1111'],
      [second, '2222'],
    ] as const) {
      await chat.press('add')
      await chat.write(number)
      await chat.write(meter)
    }
    expect(await followed(3002)).toHaveLength(2)
    expect(await contactsOf(3002)).toHaveLength(1)
  })

  it('that the account’s holder took off their page proves nothing in their name any more', async () => {
    const [first, second] = [await nameMeter(6, 'AM6000001'), await nameMeter(7, 'AM7000001')]
    const { holderId } = await database().account.findFirstOrThrow({ where: { number: first } })
    const chat = new Chat(3006)
    for (const words of ['aggiungi', first, 'AM6000001']) await chat.write(words)
    const [contact] = await contactsOf(3006)
    expect(contact?.personId).toBe(holderId)
    const holder = { kind: 'customer', personId: holderId ?? 0, source: '203.0.113.9' } as const
    await removeOwnContact(holder, { contactId: contact?.id ?? 0 }, new Date())
    for (const words of ['aggiungi', second, 'AM7000001']) await chat.write(words)
    expect((await contactsOf(3006)).map(({ personId }) => personId)).not.toContain(holderId)
    expect(await database().accountAccess.count({ where: { personId: holderId ?? 0 } })).toBe(0)
  })

  it('is told alike of a wrong meter and a wrong number, and soon has to wait', async () => {
    const number = await nameMeter(7, '7777')
    const answers = async (chat: Chat, account: string) => {
      await chat.press('add')
      await chat.write(account)
      return (await chat.write('99999')).text
    }
    const wrongMeter = await answers(new Chat(3003), number)
    expect(await answers(new Chat(3004), 'A-000000')).toBe(wrongMeter)
    for (let time = 0; time < 2; time++) await answers(new Chat(3003), number)
    const chat = new Chat(3005)
    await chat.press('add')
    await chat.write(number)
    expect((await chat.write('7777')).text).toMatch(/(?:second|minut)/)
    expect(await followed(3005)).toEqual([])
  })

  it('sends what cannot be a meter number, and hears that', async () => {
    const chat = new Chat(3006)
    await chat.press('add')
    expect((await chat.write('abc')).text).toContain('Questo non è un numero di utenza')
    await chat.write('123456789')
    expect((await chat.write('1')).text).not.toContain('Nessuna utenza')
    expect((await chat.write('indietro')).text).toContain('numero della sua utenza')
    expect((await chat.write('annulla')).text).toContain('non è cambiato nulla')
  })
})

describe('one address', () => {
  it('is left by a button of a notice and a yes, with all that is followed there, and taken up again', async () => {
    const chat = new Chat(4001)
    const number = await nameMeter(8, '8888')
    await chat.press('add')
    await chat.write(number)
    await chat.write('8888')
    await chat.press(`follow_yes:${roma[7]}`)
    await chat.press(`follow_yes:${roma[8]}`)
    expect(await followed(4001)).toHaveLength(3)
    const asked = await chat.press(`leave:${roma[7]}`)
    expect(asked.text).toContain('Via Roma 8')
    expect(await followed(4001)).toHaveLength(3)
    const left = await chat.press(asked.buttons.get('Sì') ?? '')
    expect(await followed(4001)).toMatchObject([{ addressId: roma[8] }])
    await chat.press(left.buttons.get('Segui di nuovo') ?? '')
    await chat.write('sì')
    expect((await followed(4001)).map(({ addressId }) => addressId)).toContain(roma[7])
  })

  it('of others is nobody’s to leave', async () => {
    const [own, other] = [new Chat(4002), new Chat(4003)]
    await own.press(`follow_yes:${roma[0]}`)
    const [{ id = 0 } = {}] = await database().subscription.findMany({ where: { contact: { value: '4002' } }, select: { id: true } })
    expect((await other.press(`drop_yes:${id}`)).text).toContain("Non c'è più")
    await other.press(`leave_yes:${roma[0]}`)
    expect(await followed(4002)).toHaveLength(1)
    const entries = await database().auditEntry.findMany({
      select: { actor: true, source: true, subject: true, before: true, after: true },
    })
    expect(JSON.stringify(entries)).not.toMatch(/"400[23]"|:400[23]\b/)
  })
})

describe('a button', () => {
  it('stops waiting, also while Telegram does not take that', async () => {
    await new Chat(6001).press('help')
    await expect.poll(() => telegramState(telegram.provider()).calls.map(({ method }) => method)).toContain('answerCallbackQuery')
    telegram.provider().behaviour.refuse = [{ recipients: ['answerCallbackQuery'], code: 400, message: 'query is too old' }]
    expect((await new Chat(6001).press('help')).text).toContain('In ogni momento')
  })
})
