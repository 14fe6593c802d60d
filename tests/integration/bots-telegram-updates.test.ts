import { beforeAll, describe, expect, it } from 'vitest'
import { forgetOldMoves } from '@/lib/bots/forget-old-moves'
import { database } from '@/lib/db/client'
import { random } from '../bench/seeded-random'
import { NAUGHTY_STRINGS } from '../providers/naughty-strings'
import { TELEGRAM_UPDATE } from '../providers/telegram-updates'
import { Chat, handUpdate, postUpdate } from './bot-chat'
import { contactsOf, followed, nameMeter, roma, withTelegram } from './telegram-lab'

withTelegram()
beforeAll(async () => void (await nameMeter(5, '1111')))

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
    await db.$executeRaw`DROP FUNCTION refuse_answers CASCADE`
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
  const steps = ['menu', 'add', 'enrol', 'language', 'remove', 'in a group'] as const
  for (const [index, words] of [...NAUGHTY_STRINGS, '\0', 'a\0b 12', '\ud800 12', '12 \udfff', 'x'.repeat(20_000)].entries()) {
    const step = steps[index % steps.length] ?? 'menu'
    if (step === 'in a group') {
      await handUpdate(TELEGRAM_UPDATE.text({ chat: -700_000 - index, user: 71 }, `/enrol ${words}`))
      continue
    }
    const talk = new Chat(700_000 + index)
    await talk.press(step)
    expect((await talk.write(words)).text.length).toBeGreaterThan(0)
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
