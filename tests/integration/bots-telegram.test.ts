import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { forgetOldMoves } from '@/lib/bots/forget-old-moves'
import { removeOwnContact } from '@/lib/contacts/confirm/remove-own-contact'
import { database } from '@/lib/db/client'
import { random } from '../bench/seeded-random'
import { CREDENTIALS } from '../providers/credentials'
import { NAUGHTY_STRINGS } from '../providers/naughty-strings'
import { type ProviderServer, startProviderServer } from '../providers/provider-server'
import { TELEGRAM } from '../providers/telegram-server'
import { telegramState } from '../providers/telegram-state'
import { TELEGRAM_UPDATE } from '../providers/telegram-updates'
import { Chat, handUpdate, postUpdate } from './bot-chat'
import { addHousehold, createUtility } from './factories'

const { TELEGRAM_BOT_TOKEN, TELEGRAM_WEBHOOK_SECRET } = CREDENTIALS
Object.assign(process.env, {
  TELEGRAM_BOT_TOKEN,
  TELEGRAM_WEBHOOK_SECRET,
  NEXTAUTH_SECRET: 'a secret of tests',
  PUBLIC_URL: 'https://acque.example',
})

let telegram: ProviderServer
/** Via Roma 1 to 9 and Via Milano 1, Provaglio: their addresses' ids. */
const roma: number[] = []

/** An account at Via Roma `number` whose meter is known. */
async function nameMeter(number: number, meterNumber: string): Promise<string> {
  const account = await database().account.findFirstOrThrow({ where: { servicePoint: { addressId: roma[number - 1] ?? 0 } } })
  await database().account.update({ where: { id: account.id }, data: { meterNumber, number: `10000000${number}` } })
  return `10000000${number}`
}

const followed = (chat: number) =>
  database().subscription.findMany({
    where: { contact: { channel: 'telegram', value: String(chat) } },
    select: { addressId: true, accountId: true, role: true },
    orderBy: { id: 'asc' },
  })
const contactsOf = (chat: number) => database().contact.findMany({ where: { channel: 'telegram', value: String(chat) } })

beforeAll(async () => {
  telegram = await startProviderServer(TELEGRAM)
  process.env.TELEGRAM_API_ROOT = telegram.url
  await createUtility()
  for (let number = 1; number <= 9; number++) {
    const house = { x: number * 3, y: 1, street: 'Via Roma', number, language: 'it' }
    roma.push((await addHousehold({ ...house, channel: 'email', value: `holder${number}@example.org` })).addressId)
  }
  await addHousehold({ x: 1, y: 20, street: 'Via Milano', number: 1, channel: 'email', value: 'milano@example.org', language: 'it' })
})
afterAll(() => telegram.close())
beforeEach(() => telegram.provider.reset())

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

describe('an update', () => {
  it('that comes twice is answered alike, and changes nothing twice', async () => {
    const chat = new Chat(5001)
    await chat.write('/start')
    const update = TELEGRAM_UPDATE.press({ chat: 5001 }, `follow_yes:${roma[0]}`)
    const first = await handUpdate(update)
    const before = await database().auditEntry.count()
    expect(await handUpdate(update)).toEqual(first)
    expect(await database().auditEntry.count()).toBe(before)
  })

  it('that comes twice at once moves the dialogue once', async () => {
    await new Chat(5002).press('add')
    const update = TELEGRAM_UPDATE.text({ chat: 5002 }, 'A-123456')
    const answers = await Promise.all([handUpdate(update), handUpdate(update), handUpdate(update)])
    expect(new Set(answers.map((answer) => answer?.text)).size).toBe(1)
    expect(answers[0]?.text).toContain('contatore')
  })

  it('whose answer was lost with its process is answered when it comes again', async () => {
    const chat = new Chat(5003)
    await chat.press('enrol')
    const update = TELEGRAM_UPDATE.text({ chat: 5003 }, 'Via Roma 1')
    // The process died after it had written all down: nobody read its response.
    await handUpdate(update)
    expect((await handUpdate(update))?.text).toContain('Via Roma 1')
    expect((await chat.write('sì')).text).toContain('Fatto')
  })

  it('that was done but could not be written down is done once more when it comes again, and that changes nothing', async () => {
    const db = database()
    await db.$executeRaw`
      CREATE FUNCTION refuse_answers() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the power is off'; END $$`
    await db.$executeRaw`CREATE TRIGGER refuse_answers BEFORE INSERT ON bot_update FOR EACH ROW EXECUTE FUNCTION refuse_answers()`
    const update = TELEGRAM_UPDATE.press({ chat: 5010 }, `follow_yes:${roma[3]}`)
    expect((await postUpdate(update)).status).toBe(500)
    expect(await db.botDialogue.count({ where: { chat: '5010' } })).toBe(0)
    await db.$executeRaw`DROP TRIGGER refuse_answers ON bot_update`
    expect((await handUpdate(update))?.text).toContain('Fatto')
    expect(await followed(5010)).toHaveLength(1)
    expect(await contactsOf(5010)).toHaveLength(1)
  })

  it('that comes after a later one is asked for again where it could be mistaken, and done where it could not', async () => {
    const chat = new Chat(5004)
    const early = TELEGRAM_UPDATE.text({ chat: 5004 }, '123456789')
    const help = TELEGRAM_UPDATE.text({ chat: 5004 }, 'aiuto')
    await chat.press('add')
    const said = await handUpdate(early)
    expect(said?.text).toContain('in disordine')
    expect((await handUpdate(help))?.text).toContain('In ogni momento')
    expect((await chat.write('123456789')).text).toContain('contatore')
  })

  it('from two devices at once loses nothing', async () => {
    const chats = roma.slice(0, 5).map((id) => TELEGRAM_UPDATE.press({ chat: 5005 }, `follow_yes:${id}`))
    await Promise.all(chats.map(handUpdate))
    expect(await followed(5005)).toHaveLength(5)
    expect(await contactsOf(5005)).toHaveLength(1)
    expect(await database().botDialogue.findUnique({ where: { channel_chat: { channel: 'telegram', chat: '5005' } } })).toMatchObject({
      revision: 4,
    })
  })

  it('goes on where another process has moved the dialogue, or where it was deleted', async () => {
    const chat = new Chat(5009)
    await chat.press('add')
    await database().$executeRaw`
      UPDATE bot_dialogue SET state = '{"step":{"at":"language"},"order":0}', revision = revision + 1 WHERE chat = '5009'`
    expect((await chat.write('lietuvių')).text).toContain('lietuviškai')
    await database().botDialogue.delete({ where: { channel_chat: { channel: 'telegram', chat: '5009' } } })
    expect((await chat.write('help')).text).toContain('In ogni momento')
    expect(await database().botDialogue.findUnique({ where: { channel_chat: { channel: 'telegram', chat: '5009' } } })).toMatchObject({
      revision: 0,
    })
  })

  it('that cannot be read is answered, or is none of our business', async () => {
    const chat = new Chat(5006)
    await chat.press('add')
    for (const content of [{ sticker: {} }, { photo: [] }, { voice: {} }, { video_note: {} }])
      expect((await chat.send(content)).text).toMatch(/solo testo e posizioni[\s\S]*numero della sua utenza/)
    expect((await chat.edit('un altro numero')).text).toContain('modificato')
    expect(await handUpdate(TELEGRAM_UPDATE.content({ chat: 5006 }, { pinned_message: {} }))).toBeNull()
    expect((await chat.press('nonsense:1')).text).toContain('non funziona più')
    expect((await chat.write('')).text).toContain('solo testo')
  })

  it('of a flood is answered once that it is too much; a stop is always heard', async () => {
    const answers: Array<string | undefined> = []
    for (let time = 0; time < 50; time++) answers.push((await handUpdate(TELEGRAM_UPDATE.text({ chat: 5007 }, 'aiuto')))?.text)
    expect(answers.filter((answer) => answer?.includes('Troppi messaggi'))).toHaveLength(1)
    expect(answers.slice(-5)).toEqual(Array(5).fill(undefined))
    for (const word of ['stop', '/stop']) expect((await new Chat(5007).write(word)).text).toContain('Non riceverà più nulla')
    expect((await new Chat(5007).press('stop')).text).toContain('Non riceverà più nulla')
  })
})

it('what was said long ago is forgotten, and so is what somebody left half-way', async () => {
  const chat = new Chat(5008)
  await chat.press('add')
  await chat.write('100000001')
  const month = new Date(Date.now() + 31 * 86_400_000)
  expect(await forgetOldMoves(month)).toBeGreaterThan(0)
  expect(await database().botUpdate.count()).toBe(0)
  expect(JSON.stringify(await database().botDialogue.findMany({ select: { state: true } }))).not.toContain('100000001')
  expect((await chat.write('aggiungi')).text).toContain('numero della sua utenza')
})

it('whatever letters somebody sends at any step are answered', async () => {
  let chat = 700_000
  for (const [index, words] of [...NAUGHTY_STRINGS, '\0', 'a\0b 12', '\ud800 12', '12 \udfff', 'x'.repeat(20_000)].entries()) {
    const talk = new Chat(chat++)
    await talk.press(['menu', 'add', 'enrol', 'language', 'remove'][index % 5] ?? 'menu')
    expect((await talk.write(words)).text.length).toBeGreaterThan(0)
    await handUpdate(TELEGRAM_UPDATE.text({ chat: -chat, user: 71 }, `/enrol ${words}`))
  }
  expect(await database().botDialogue.count({ where: { chat: { startsWith: '70' } } })).toBeGreaterThan(100)
})

it('whatever people do, each time there is an answer that Telegram takes, and nothing is followed that nobody asked for', async () => {
  const { below } = random(28)
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
  const words = [
    '/start',
    'stop',
    'старт',
    'add',
    '100000005',
    '1111',
    'indirizzo',
    'via roma 3',
    'Via Rma',
    '1',
    '2',
    'sì',
    'no',
    'indietro',
    'annulla',
    'elenco',
    'rimuovi',
    'previsto',
    'lingua',
    'english',
    'мова',
    'boh',
  ]
  const acts = ['follow:', 'follow_yes:', 'leave:', 'leave_yes:', 'look:', 'drop:', 'drop_yes:']
  for (let turn = 0; turn < 400; turn++) {
    const chat = new Chat(800_000 + below(30))
    const kind = below(10)
    if (kind < 6) await chat.write(pick(words))
    else if (kind < 9) await chat.press(`${pick(acts)}${pick([...roma, 1, 999_999])}`)
    else await pick([() => chat.send({ sticker: {} }), () => chat.edit('x'), () => chat.locate(8.7091, 45.001), () => chat.press('add')])()
  }
  const strangers = await database().subscription.count({
    where: { contact: { value: { startsWith: '8000' } }, addressId: { notIn: roma } },
  })
  expect(strangers).toBe(0)
})

describe('a button', () => {
  it('stops waiting, also while Telegram does not take that', async () => {
    await new Chat(6001).press('help')
    await expect.poll(() => telegramState(telegram.provider).calls.map(({ method }) => method)).toContain('answerCallbackQuery')
    telegram.provider.behaviour.refuse = [{ recipients: ['answerCallbackQuery'], code: 400, message: 'query is too old' }]
    expect((await new Chat(6001).press('help')).text).toContain('In ogni momento')
  })
})

describe('a group', () => {
  const GROUP = -1_001_234_567
  const admin = (text: string, topic?: number) =>
    TELEGRAM_UPDATE.text({ chat: GROUP, user: 71, ...(topic !== undefined && { topic }) }, text)
  const member = (text: string) => TELEGRAM_UPDATE.text({ chat: GROUP, user: 72 }, text)

  beforeEach(() => void telegramState(telegram.provider).admins.add(71))

  it('is greeted, and enrolled by its admin alone, in the topic where that was said', async () => {
    expect((await handUpdate(TELEGRAM_UPDATE.member({ chat: GROUP, user: 72 }, 'left', 'member')))?.text).toContain('/enrol')
    expect((await handUpdate(member('/enrol Via Roma 1')))?.text).toContain('Solo gli amministratori')
    const asked = await handUpdate(admin('/enrol@preavviso_bot Via Roma 1', 33))
    expect(asked?.fields).toMatchObject({ chat_id: GROUP, message_thread_id: 33 })
    const press = (user: number) => TELEGRAM_UPDATE.press({ chat: GROUP, user, topic: 33 }, asked?.buttons.get('Sì') ?? '')
    expect((await handUpdate(press(72)))?.text).toContain('Solo gli amministratori')
    expect(await followed(GROUP)).toEqual([])
    expect((await handUpdate(press(71)))?.text).toContain('questo gruppo')
    expect(await followed(GROUP)).toMatchObject([{ addressId: roma[0], role: 'resident' }])
    expect(await contactsOf(GROUP)).toMatchObject([{ threadId: 33 }])
  })

  it('is not listened to: people talk, and commands may be for another bot', async () => {
    for (const update of [member('stop'), member('ciao'), member('/enrol@another_bot Via Roma 1'), admin('basta'), member('/nonsense')])
      expect(await handUpdate(update)).toBeNull()
    expect((await handUpdate(member('/planned')))?.text).toContain('Via Roma 1')
    expect((await handUpdate(admin('/add')))?.text).toContain('in privato')
  })

  it('has no admins while Telegram does not say who they are', async () => {
    telegram.provider.behaviour.refuse = [{ recipients: ['getChatMember'], code: 400, message: 'user not found' }]
    expect((await handUpdate(admin('/stop')))?.text).toContain('Solo gli amministratori')
  })

  it('keeps what it follows when it becomes a supergroup', async () => {
    await handUpdate(TELEGRAM_UPDATE.moved(GROUP, -1_009_999))
    expect(await followed(GROUP)).toEqual([])
    expect(await followed(-1_009_999)).toHaveLength(1)
    expect(await handUpdate(TELEGRAM_UPDATE.moved(GROUP, -1_009_999))).toBeNull()
  })

  it('is told on also where the bot was heard to leave the old group first', async () => {
    await handUpdate(TELEGRAM_UPDATE.press({ chat: -8_010, user: 71 }, `follow_yes:${roma[1]}`))
    await handUpdate(TELEGRAM_UPDATE.member({ chat: -8_010, user: 71 }, 'member', 'left'))
    await handUpdate(TELEGRAM_UPDATE.moved(-8_010, -1_008_010))
    expect(await contactsOf(-1_008_010)).toMatchObject([{ state: 'confirmed' }])
  })

  it('that throws the bot out hears no more', async () => {
    await handUpdate(TELEGRAM_UPDATE.member({ chat: -1_009_999, user: 71 }, 'member', 'left'))
    expect(await contactsOf(-1_009_999)).toMatchObject([{ state: 'unreachable', unreachableReason: 'blocked' }])
    await handUpdate(TELEGRAM_UPDATE.member({ chat: -1_009_999, user: 71 }, 'left', 'member'))
    expect(await contactsOf(-1_009_999)).toMatchObject([{ state: 'confirmed' }])
  })
})
