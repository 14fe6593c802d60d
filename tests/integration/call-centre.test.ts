import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { addContact } from '@/lib/call-centre/add-contact'
import { confirmContact } from '@/lib/call-centre/confirm-contact'
import { findCallers } from '@/lib/call-centre/find-callers'
import { getCallerView } from '@/lib/call-centre/get-caller-view'
import { getWorksBrief } from '@/lib/call-centre/get-works-brief'
import { countCallNotes } from '@/lib/call-centre/note-queries'
import { replaceContact } from '@/lib/call-centre/replace-contact'
import { revealContacts } from '@/lib/call-centre/reveal-contacts'
import { setContactLanguage } from '@/lib/call-centre/set-contact-language'
import { stopContact } from '@/lib/call-centre/stop-contact'
import { writeCallNote } from '@/lib/call-centre/write-call-note'
import { database } from '@/lib/db/client'
import { runDueWork } from '@/lib/notices/run-due-work'
import { createWorks } from '@/lib/works/create-works'
import { extendWorks } from '@/lib/works/extend-works'
import { publishWorks } from '@/lib/works/publish-works'
import { restoreWorks } from '@/lib/works/restore-works'
import { accountsOf, addCallers, CALL_CENTRE, findHits, NOW, PHONE, staff } from './caller-lab'
import { addHousehold, createUtility, square } from './factories'

const CLI: Actor = { kind: 'cli', name: 'test', source: 'cli' }

type Callers = Awaited<ReturnType<typeof addCallers>>
let anna: Callers['anna']
let bruno: Callers['bruno']
let annaAccount: number
let brunoAccount: number

beforeAll(async () => {
  await createUtility()
  ;({ anna, bruno, annaAccount, brunoAccount } = await addCallers())
})

describe('one search box', () => {
  it.each([['333 1234567'], ['+39 333 123 45 67'], ['0039-333-1234567'], ['(333) 123.4567']])(
    'finds a telephone spelt %s',
    async (text) => {
      expect(accountsOf(await findHits(text))).toEqual([annaAccount])
    },
  )

  it('finds an e-mail address in any case', async () => {
    expect(accountsOf(await findHits('Anna.ROSSI@example.org'))).toEqual([brunoAccount])
  })

  it('finds numbers of accounts, meters and service points, however they are spaced', async () => {
    expect(accountsOf(await findHits(`a-${anna.addressId}`))).toEqual([annaAccount])
    expect(accountsOf(await findHits('mtr 7781'))).toEqual([annaAccount])
    expect(accountsOf(await findHits(`P-${anna.addressId}`))).toEqual([annaAccount])
  })

  it('leads to the address of a service point that nobody has a contract for', async () => {
    await database().$executeRaw`
      INSERT INTO service_point (service, code, address_id, geom) SELECT 'heat', 'EMPTY-1', id, geom FROM address WHERE id = ${anna.addressId}`
    expect(await findHits('empty-1')).toMatchObject([{ kind: 'address', id: anna.addressId }])
  })

  it('finds an address written by hand, and says nothing for what is nowhere', async () => {
    expect(await findHits('V. Garibaldi, 12')).toMatchObject([{ kind: 'address', id: anna.addressId }])
    expect(await findHits('zzzzqqq')).toEqual([])
    expect(await findHits('999 999 999')).toEqual([])
  })

  it('never finds anybody by name', async () => {
    expect(await findHits('Anna Bianchi')).toEqual([])
  })

  it('takes signs that mean something in SQL or patterns for what they are', async () => {
    for (const text of ["'; DROP TABLE account; --", '%', '_', '.*', '(((', '\\', 'W-%', "o'neill@example.org"]) {
      expect(accountsOf(await findHits(text))).toEqual([])
    }
  })

  it('refuses nothing at all, and far too much', async () => {
    await expect(findHits('   ')).rejects.toMatchObject({ code: 'bad_input' })
    await expect(findHits('x'.repeat(201))).rejects.toMatchObject({ code: 'bad_input' })
  })

  it('leaves in the audit trail that somebody searched, and not for whom', async () => {
    await findHits('333 1234567')
    const last = await database().auditEntry.findFirstOrThrow({ where: { action: 'caller.search' }, orderBy: { id: 'desc' } })
    expect(last).toMatchObject({ actor: 'staff:7', after: { by: ['sms', 'code'], found: 1 } })
    const trail = JSON.stringify((await database().auditEntry.findMany()).map(({ before, after, subject }) => ({ before, after, subject })))
    expect(trail).not.toMatch(/1234567|rossi|garibaldi|MTR/i)
  })
})

describe('the screen of a caller', () => {
  it('shows works of now and next, what was sent and when it arrived, and words in four languages', async () => {
    const plan = { service: 'water' as const, title: 'New main in via Garibaldi', reason: 'Nuova condotta' }
    const window = { start: '2026-11-26T08:00', end: '2026-11-26T12:00' }
    const { reference } = await createWorks(CLI, { ...plan, parts: [{ area: square(4, 4, 2), windows: [window] }] }, NOW)
    await publishWorks(CLI, { reference, shortNoticeReason: 'test' }, NOW)
    await runDueWork(new Date('2026-11-25T11:00:00Z'))
    const view = await getCallerView(CALL_CENTRE, { accountId: annaAccount }, new Date('2026-11-25T12:00:00Z'))
    expect(view).toMatchObject({
      status: 'affected',
      account: { holderName: 'Anna Bianchi' },
      address: { label: 'via Garibaldi 12, Provaglio' },
    })
    expect(view.outages).toMatchObject([{ reference, state: 'coming', isExtended: false }])
    const { words } = view.outages[0] ?? { words: { en: '', it: '', lt: '', uk: '' } }
    expect(words.en).toContain('no water')
    expect(words.en).toContain('08:00')
    expect(words.en).not.toContain('Nuova condotta')
    expect(words.it).toContain('Nuova condotta')
    expect(words.lt).toContain('vandens')
    expect(words.uk).toContain('води')
    expect(view.contacts).toMatchObject([{ id: anna.contactId, value: '+39…567', state: 'confirmed', via: 'account' }])
    expect(view.messages[0]).toMatchObject({ reference, channel: 'sms', to: '+39…567' })
    expect(view.messages[0]?.text).toContain(reference)
    expect(view.messages[0]?.sentAt).not.toBeNull()
    expect(JSON.stringify(view)).not.toContain('3331234567')

    const during = new Date('2026-11-26T09:00:00Z')
    await runDueWork(during)
    await extendWorks(CLI, { reference, until: '2026-11-26T14:00' }, during)
    const extended = await getCallerView(CALL_CENTRE, { addressId: anna.addressId }, new Date('2026-11-26T09:05:00Z'))
    expect(extended.outages).toMatchObject([{ state: 'running', isExtended: true, end: '2026-11-26T13:00:00.000Z' }])
    expect(extended.outages[0]?.words.en).toContain('longer than planned')
    expect(extended.outages[0]?.words.en).toContain('14:00')
    await restoreWorks(CLI, { reference }, new Date('2026-11-26T10:00:00Z'))
    const restored = await getCallerView(CALL_CENTRE, { accountId: annaAccount }, new Date('2026-11-26T10:30:00Z'))
    expect(restored).toMatchObject({ status: 'none_planned', outages: [{ state: 'restored', isExtended: true }] })
    expect(restored.outages[0]?.words.en).toContain('11:00')

    await writeCallNote(CALL_CENTRE, { accountId: annaAccount, reference, kind: 'no_supply', text: 'Still dry on the third floor' }, during)
    await writeCallNote(CALL_CENTRE, { reference, kind: 'no_supply' }, during)
    const brief = await getWorksBrief(CALL_CENTRE, reference, during)
    expect(brief).toMatchObject({ works: { reference }, affected: { servicePoints: 1 }, calls: { no_supply: 2, question: 0 } })
    expect(brief.texts.map(({ text }) => text).join()).toContain(reference)
    const { id } = await database().works.findUniqueOrThrow({ where: { reference } })
    expect(await countCallNotes(database(), id)).toMatchObject({ no_supply: 2 })
    expect(await findHits('via garibaldi')).toMatchObject([{ kind: 'works', reference }, { kind: 'address' }])
    expect(await findHits(reference.toLowerCase().replaceAll('-', ' '))).toMatchObject([{ kind: 'works', reference }])
  })

  it('shows nothing of works elsewhere, nor of other people', async () => {
    const view = await getCallerView(CALL_CENTRE, { addressId: bruno.addressId }, NOW)
    expect(view).toMatchObject({ status: 'none_planned', outages: [], contacts: [], messages: [], account: null })
    expect(view.accounts.map(({ id }) => id)).toEqual([brunoAccount])
  })

  it('says "unknown" outside the served area, never "none planned"', async () => {
    const far = await addHousehold({
      x: 90,
      y: 90,
      street: 'via Lontana',
      number: 1,
      channel: 'sms',
      value: '+393330000001',
      language: 'it',
    })
    expect((await getCallerView(CALL_CENTRE, { addressId: far.addressId }, NOW)).status).toBe('unknown')
  })

  it('keeps in the audit trail who looked at whom', async () => {
    await getCallerView(CALL_CENTRE, { accountId: brunoAccount }, NOW)
    const entries = await database().auditEntry.findMany({ where: { subject: `account:${brunoAccount}` } })
    expect(entries.at(-1)).toMatchObject({ action: 'caller.look', actor: 'staff:7', before: null, after: null })
  })

  it('is not there for an account or an address that is not', async () => {
    await expect(getCallerView(CALL_CENTRE, { accountId: 999_999 }, NOW)).rejects.toMatchObject({ code: 'not_found' })
    await expect(getCallerView(CALL_CENTRE, { addressId: 999_999 }, NOW)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('gives whole numbers to an admin alone, and notes it', async () => {
    await expect(revealContacts(CALL_CENTRE, { accountId: annaAccount }, NOW)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await revealContacts(staff('admin'), { accountId: annaAccount }, NOW)).toEqual({ [anna.contactId]: PHONE })
    expect(await database().auditEntry.count({ where: { action: 'caller.read_contacts', subject: `account:${annaAccount}` } })).toBe(1)
  })
})

describe('noting a call', () => {
  it.each([['call 333 123 4567 back'], ['+393331234567'], ['write to anna.rossi@example.org']])(
    'refuses contacts in the text: %s',
    async (text) => {
      const note = { accountId: annaAccount, kind: 'other', text } as const
      await expect(writeCallNote(CALL_CENTRE, note, NOW)).rejects.toMatchObject({ detail: { reason: 'note_has_contact', field: 'text' } })
    },
  )

  it('shows an account’s calls on the screen of its address too', async () => {
    await writeCallNote(CALL_CENTRE, { accountId: brunoAccount, kind: 'complaint', text: 'Too late\nfor the baker' }, NOW)
    const view = await getCallerView(CALL_CENTRE, { addressId: bruno.addressId }, NOW)
    expect(view.notes).toMatchObject([{ kind: 'complaint', text: 'Too late\nfor the baker', by: 'staff:7' }])
  })

  it('refuses a note about nothing, about a draft, and about what is not there', async () => {
    await expect(writeCallNote(CALL_CENTRE, { kind: 'question' }, NOW)).rejects.toMatchObject({ code: 'bad_input' })
    await expect(writeCallNote(CALL_CENTRE, { accountId: annaAccount, kind: 'other' }, NOW)).rejects.toMatchObject({
      detail: { reason: 'note_empty' },
    })
    await expect(writeCallNote(CALL_CENTRE, { accountId: 999_999, kind: 'question' }, NOW)).rejects.toMatchObject({ code: 'not_found' })
    const parts = [{ area: square(4, 4, 2), windows: [{ start: '2026-12-20T08:00', end: '2026-12-20T12:00' }] }]
    const { reference } = await createWorks(CLI, { service: 'water', title: 'Only a draft', parts }, NOW)
    await expect(writeCallNote(CALL_CENTRE, { reference, kind: 'question' }, NOW)).rejects.toMatchObject({ code: 'not_found' })
    expect(await findHits('only a draft')).toEqual([])
  })
})

describe('who may', () => {
  const nobody: Actor[] = [
    { kind: 'public', source: '127.0.0.1' },
    { kind: 'api_key', id: 1, name: 'k', scopes: ['works:read', 'works:write'], source: '127.0.0.1' },
  ]
  const doings: Array<[string, (actor: Actor) => Promise<unknown>]> = [
    ['search', (actor) => findCallers(actor, { text: 'via' }, NOW)],
    ['look', (actor) => getCallerView(actor, { accountId: annaAccount }, NOW)],
    ['read about works', (actor) => getWorksBrief(actor, 'W-2026-0001', NOW)],
    [
      'add',
      (actor) =>
        addContact(actor, { accountId: annaAccount, channel: 'sms', value: PHONE, language: 'it', role: 'holder', isReadBack: true }, NOW),
    ],
    ['replace', (actor) => replaceContact(actor, { contactId: anna.contactId, value: '+393330009999', isReadBack: true }, NOW)],
    ['confirm', (actor) => confirmContact(actor, { contactId: anna.contactId }, NOW)],
    ['stop', (actor) => stopContact(actor, { contactId: anna.contactId }, NOW)],
    ['set a language', (actor) => setContactLanguage(actor, { contactId: anna.contactId, language: 'en' }, NOW)],
    ['reveal', (actor) => revealContacts(actor, { accountId: annaAccount }, NOW)],
    ['note', (actor) => writeCallNote(actor, { accountId: annaAccount, kind: 'question' }, NOW)],
  ]

  it.each(doings)('strangers and keys may not %s', async (_what, act) => {
    for (const actor of nobody)
      await expect(act(actor)).rejects.toMatchObject({ code: expect.stringMatching(/^(unauthenticated|forbidden)$/) })
    expect(await database().contact.findUniqueOrThrow({ where: { id: anna.contactId } })).toMatchObject({
      value: PHONE,
      state: 'confirmed',
      language: 'it',
    })
  })

  it.each(['call_centre', 'operator', 'approver', 'admin'] as const)('%s may serve callers', async (role) => {
    expect(accountsOf(await findHits('333 1234567', staff(role)))).toContain(annaAccount)
    await expect(writeCallNote(staff(role), { accountId: annaAccount, kind: 'question' }, NOW)).resolves.toBeDefined()
  })
})
