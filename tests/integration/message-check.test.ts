import { beforeAll, describe, expect, it } from 'vitest'
import { describeVerdict } from '@/components/message-check/describe-verdict'
import type { Actor } from '@/lib/auth/actor'
import { renderLetter } from '@/lib/contacts/letters/render-letter'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { listOutbox } from '@/lib/notices/list-outbox'
import { checkMessage } from '@/lib/notices/message-check/check-message'
import { checkMessageOrUnknown } from '@/lib/notices/message-check/check-message-or-unknown'
import { runDueWork } from '@/lib/notices/run-due-work'
import { getUtility } from '@/lib/utility/queries'
import { cancelWorks } from '@/lib/works/cancel-works'
import { createWorks } from '@/lib/works/create-works'
import { extendWorks } from '@/lib/works/extend-works'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { restoreWorks } from '@/lib/works/restore-works'
import { addHousehold, createUtility, square } from './factories'

const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }
const PUBLISHED = new Date('2026-11-20T09:00:00Z')
const ADVANCE = new Date('2026-11-26T09:00:00Z')
const WINDOWS = [
  { start: '2026-12-01T09:00', end: '2026-12-01T12:30' },
  { start: '2026-12-02T22:30', end: '2026-12-03T04:30' },
]

let reference = ''
const texts: Record<'sms' | 'email' | 'telegram', string> = { sms: '', email: '', telegram: '' }

const check = (text: string) => checkMessage({ text }, ADVANCE)

beforeAll(async () => {
  await createUtility()
  const places = [
    { number: 1, channel: 'sms', value: '+393330000001', language: 'it' },
    { number: 2, channel: 'email', value: 'jonas@example.org', language: 'lt' },
    { number: 3, channel: 'telegram', value: '1001', language: 'uk' },
  ] as const
  for (const place of places) await addHousehold({ x: 1, y: place.number / 2, street: 'Via Roma', ...place })
  await addHousehold({ x: 30, y: 1, street: 'Via Lontana', number: 9, channel: 'sms', value: '+393330000009', language: 'it' })
  const input = { service: 'water', title: 'New main', reason: 'Rinnovo', parts: [{ area: square(0, 0, 3), windows: WINDOWS }] }
  reference = (await createWorks(OPERATOR, input, PUBLISHED)).reference
  await publishWorks(OPERATOR, { reference }, PUBLISHED)
  await runDueWork(ADVANCE)
  const sent = await listOutbox(OPERATOR, { limit: 100, worksReference: reference })
  for (const { channel, text, recipient } of sent) {
    if (channel !== 'viber' && !recipient.startsWith('callcentre')) texts[channel] = text
  }
})

describe('a text that we sent', () => {
  it.each(['sms', 'email', 'telegram'] as const)('is known word for word (%s)', async (channel) => {
    expect(texts[channel].length).toBeGreaterThan(40)
    expect(await check(texts[channel])).toMatchObject({
      verdict: 'ours',
      message: { kind: 'advance', sentAt: [ADVANCE.toISOString()], isOutdated: false, works: { reference } },
    })
  })

  it.each([
    ['in capitals', (text: string) => text.toUpperCase().replace(/HTTP\S+/, (link) => link.toLowerCase().replace(/w-/, 'W-'))],
    ['with other spaces and lines', (text: string) => `\n ${text.replaceAll(' ', '\u00a0 \n')}  `],
    ['with typographic marks', (text: string) => text.replaceAll("'", '’').replace(/(?<=:\d\d)-/g, '–')],
    ['without accents', (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')],
    [
      'quoted',
      (text: string) =>
        text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n'),
    ],
    ['handed on', (text: string) => `---------- Forwarded message ---------\nDa: Acque <+39 333 1234567>\nData: 26/11/2026\n\n${text}`],
    ['with its link cut by the phone', (text: string) => text.replace(/(works\/W-\d{4})\S*/, '$1…')],
    ['without its link', (text: string) => text.replace(/http\S+/, '')],
    ['cut at its end', (text: string) => text.slice(0, text.indexOf('Info:') - 3)],
    ['without its beginning', (text: string) => text.slice(text.indexOf(' ') + 1)],
  ])('is known %s', async (_how, change) => {
    expect(await check(change(texts.sms))).toMatchObject({ verdict: 'ours', message: { works: { reference } } })
  })

  it('says that the line with a sender was not looked at', async () => {
    const found = await check(`From: +39 333 1234567\n${texts.sms}`)
    expect(found).toMatchObject({ verdict: 'ours', hasHeader: true })
  })

  it('gives the same answer for every address of the works, told or not', async () => {
    const answers = await Promise.all(
      ['1', '2', '77/B', '12 bis', '7-Б'].map((number) => check(texts.sms.replace('Via Roma 1', `Via Roma ${number}`))),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.verdict).toBe('ours')
  })

  it('gives the same answer in languages and for channels in which nobody was told', async () => {
    const english = `AcqueProva: no water Tue 1 Dec 09:00-12:30, Via Roma 5. Info: http://localhost:3000/en/works/${reference} Stop: STOP`
    expect(await check(english)).toMatchObject({ verdict: 'ours' })
  })

  it('is known after the words of the utility have changed', async () => {
    await database().utility.update({ where: { id: 1 }, data: { name: 'Another Name', sender: 'Another' } })
    const found = await check(texts.email)
    await database().utility.update({ where: { id: 1 }, data: { name: 'Acque di Prova', sender: 'AcqueProva' } })
    expect(found.verdict).toBe('ours')
  })

  it('is known whatever it tells, through a whole life of works, to whomever and however', async () => {
    const windows = [{ start: '2026-12-09T09:00', end: '2026-12-09T12:00' }]
    const input = { service: 'water', title: 'A whole life', advice: 'Chiuda il contatore', parts: [{ area: square(0, 0, 3), windows }] }
    const { reference: other } = await createWorks(OPERATOR, input, PUBLISHED)
    await publishWorks(OPERATOR, { reference: other }, PUBLISHED)
    const steps: Array<[string, (now: Date) => Promise<unknown>]> = [
      ['2026-12-04T09:00:00Z', async () => {}],
      [
        '2026-12-04T10:00:00Z',
        (now) => rescheduleWorks(OPERATOR, { reference: other, windows: [{ start: '2026-12-10T09:00', end: '2026-12-10T12:00' }] }, now),
      ],
      ['2026-12-10T07:00:00Z', async () => {}],
      ['2026-12-10T09:30:00Z', (now) => extendWorks(OPERATOR, { reference: other, until: '2026-12-10T15:00' }, now)],
      ['2026-12-10T13:10:00Z', (now) => restoreWorks(OPERATOR, { reference: other }, now)],
    ]
    for (const [at, change] of steps) {
      await change(new Date(at))
      await runDueWork(new Date(at))
    }
    const sent = (await listOutbox(OPERATOR, { limit: 100, worksReference: other })).filter(
      ({ recipient }) => !recipient.startsWith('callcentre'),
    )
    expect(new Set(sent.map(({ noticeKind }) => noticeKind))).toEqual(new Set(['advance', 'changed', 'same_day', 'extended', 'restored']))
    for (const { text, channel, noticeKind } of sent)
      expect([channel, noticeKind, (await check(text)).verdict]).toEqual([channel, noticeKind, 'ours'])
  })

  it('says what holds now when the works were cancelled since', async () => {
    const input = {
      service: 'water',
      title: 'Cancelled',
      parts: [{ area: square(0, 0, 3), windows: [{ start: '2026-12-07T09:00', end: '2026-12-07T10:00' }] }],
    }
    const { reference: other } = await createWorks(OPERATOR, input, PUBLISHED)
    await publishWorks(OPERATOR, { reference: other }, PUBLISHED)
    const due = new Date('2026-12-02T09:00:00Z')
    await runDueWork(due)
    const text = (await listOutbox(OPERATOR, { limit: 100, worksReference: other })).find(({ channel }) => channel === 'sms')?.text ?? ''
    await cancelWorks(OPERATOR, { reference: other, reason: 'Not needed' }, due)
    expect(await checkMessage({ text }, due)).toMatchObject({
      verdict: 'ours',
      message: { isOutdated: true, works: { state: 'cancelled' } },
    })
  })
})

describe('a letter of ours, of which nothing is kept', () => {
  it.each(['sign_in', 'confirm_contact', 'sign_in_alert', 'contact_added', 'account_added', 'proof_failures', 'renewal_asked'] as const)(
    'is known by its words alone: %s',
    async (kind) => {
      const facts = { address: 'Via Roma 12', account: '…166', contact: '••• ••• 45 67', count: 3, when: '22/11, 22:57', until: '22/12' }
      const secret = { code: '123456', token: 'a-token' }
      const context = { utility: await getUtility(), publicUrl: env().PUBLIC_URL, signingSecret: 'x' }
      for (const channel of ['sms', 'email'] as const) {
        const letter = { id: 1n, kind, channel, recipient: 'x', contactId: 1, language: 'it', facts, secret: null, notAfter: ADVANCE }
        const { text } = renderLetter(letter, secret, context, 'it')
        expect(await check(text)).toEqual({ verdict: 'letter' })
        expect((await check(`${text}\nConfermi su https://evil.example/codice`)).verdict).toBe('strangers')
      }
    },
  )
})

describe('a text that is not ours', () => {
  it.each([
    ['another link', (text: string) => text.replace(/http\S+/, 'https://acque-prova.com/pay')],
    ['a link that begins like ours', (text: string) => text.replace('localhost:3000', 'localhost:3000.evil.example')],
    ['a link with our name as a user', (text: string) => text.replace('localhost:3000', 'localhost:3000@evil.example')],
    ['a bare host', (text: string) => `${text} Paghi su acque-rimborsi.com`],
    ['a telephone number', (text: string) => `${text} Chiami +39 899 123 456`],
  ])('is refused for %s', async (_what, change) => {
    const found = await check(change(texts.sms))
    expect(found.verdict).toBe('strangers')
    const words = describeVerdict(found, { locale: 'it', utility: await getUtility(), publicUrl: 'http://localhost:3000' })
    expect(words).toMatchObject({ title: 'No: questo non porta a noi', link: null, facts: [] })
  })

  it('with our words and others is ours in part, and says in which', async () => {
    const found = await check(`${texts.sms} Paghi 50 euro al tecnico che suona alla porta`)
    expect(found).toMatchObject({
      verdict: 'partly',
      pieces: [{ isOurs: true }, { isOurs: false, text: expect.stringContaining('Paghi 50 euro') }],
    })
  })

  it.each([
    ['another hour', (text: string) => text.replace('09:00', '08:00')],
    ['words among the addresses', (text: string) => text.replace('Via Roma 1', 'Via Roma 1 versi 30 euro')],
    ['a number to ring among the addresses', (text: string) => text.replace('Via Roma 1', 'Via Roma 1 899 123 456')],
    ['letters that only look alike', (text: string) => text.replace('interruzione', 'interruzi\u043ene')],
    ['the page of other works', (text: string) => text.replace(/W-\d{4}-\d{4}/, 'W-2026-9999')],
  ])('is not taken for ours with %s', async (_what, change) => {
    expect(change(texts.sms)).not.toBe(texts.sms)
    expect((await check(change(texts.sms))).verdict).not.toBe('ours')
  })

  it('does not confirm an address that the works do not touch', async () => {
    const found = await check(texts.sms.replace('Via Roma 1', 'Via Lontana 9'))
    expect(found.verdict).toBe('partly')
  })

  it('is unknown, or too short to say', async () => {
    expect((await check('Ciao')).verdict).toBe('too_short')
    expect((await check("Tenga pronta una scorta d'acqua. Al ripristino lasci scorrere l'acqua finché è limpida.")).verdict).toBe(
      'too_short',
    )
    expect((await check('Mancherà il gas mar 1 dic 10:00-11:15, si tenga pronto')).verdict).toBe('unknown')
    expect((await check(`Ho letto di ${reference}, ma non capisco quando manca`)).verdict).toBe('unknown')
    expect((await check('x'.repeat(8_000))).verdict).toBe('too_short')
    await expect(check('x'.repeat(8_001))).rejects.toMatchObject({ detail: { reason: 'text_too_long', field: 'text' } })
    await expect(check('  ')).rejects.toMatchObject({ detail: { field: 'text' } })
  })

  it('is not called unknown while we cannot look', async () => {
    await database().$executeRaw`ALTER TABLE notice_wording RENAME TO notice_wording_away`
    const found = await checkMessageOrUnknown({ text: texts.sms }, ADVANCE)
    await database().$executeRaw`ALTER TABLE notice_wording_away RENAME TO notice_wording`
    expect(found).toEqual({ verdict: 'unavailable' })
  })
})

it('answers quickly, whatever somebody pastes', async () => {
  const hostile = `${reference} ${'via roma 1 '.repeat(500)} ${'martedì 1 dicembre 09:00-12:30 '.repeat(60)}`
  const begun = performance.now()
  await check(hostile.slice(0, 8_000))
  expect(performance.now() - begun).toBeLessThan(5_000)
})

it('never looks at a message, nor at a contact', async () => {
  await database().$executeRaw`ALTER TABLE message RENAME TO message_away`
  await database().$executeRaw`ALTER TABLE contact RENAME TO contact_away`
  const found = await check(texts.sms)
  await database().$executeRaw`ALTER TABLE message_away RENAME TO message`
  await database().$executeRaw`ALTER TABLE contact_away RENAME TO contact`
  expect(found.verdict).toBe('ours')
})

it('finds wordings by index among those of many years', async () => {
  await database().$executeRaw`
    WITH added AS (
      INSERT INTO notice (works_id, version, kind, due_at, not_after, state, opened_at)
      SELECT works.id, 1000 + number, 'advance', now(), now(), 'done', now() FROM works, generate_series(1, 8000) AS number WHERE reference = ${reference}
      RETURNING id
    )
    INSERT INTO notice_wording (notice_id, marks, wordings) SELECT id, ARRAY[id || ' 09:00-12:30'], to_jsonb(repeat('x', 1500)) FROM added`
  await database().$executeRaw`ANALYZE notice_wording`
  const plan = await database().$queryRaw`EXPLAIN SELECT notice_id FROM notice_wording WHERE marks && ARRAY['1 09:00-12:30']::text[]`
  expect(JSON.stringify(plan)).toContain('notice_wording_marks')
})
