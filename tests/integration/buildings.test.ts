import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, CustomerActor } from '@/lib/auth/actor'
import { FOR_GOOD } from '@/lib/contacts/stopped'
import { database } from '@/lib/db/client'
import { deliverDue } from '@/lib/notices/deliver-due'
import { openDueNotices } from '@/lib/notices/open-due-notices'
import { addBuildings } from '@/lib/self-service/buildings/add-buildings'
import { decideManager } from '@/lib/self-service/buildings/decide-manager'
import { getOwnBuildings } from '@/lib/self-service/buildings/get-own-buildings'
import { listManagers } from '@/lib/self-service/buildings/list-managers'
import { previewBuildings } from '@/lib/self-service/buildings/preview-buildings'
import { removeBuilding } from '@/lib/self-service/buildings/remove-building'
import { requestManagement } from '@/lib/self-service/buildings/request-management'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { addHousehold, createUtility, square } from './factories'
import { findLetters } from './letters-lab'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

const NOW = new Date('2026-11-22T10:00:00Z')
const STAFF: Actor = { kind: 'staff', id: 1, email: 'call@example.org', name: 'Carla', role: 'call_centre', source: '127.0.0.1' }
const OPERATOR: Actor = { kind: 'staff', id: 2, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }

const houses: number[] = []

/** A person with a confirmed mailbox and nothing else. */
async function addManager(name: string): Promise<{ actor: CustomerActor; contactId: number; value: string }> {
  const value = `${name}@example.org`
  const data = { channel: 'email', value, language: 'it', state: 'confirmed', confirmedAt: NOW, person: { create: {} } } as const
  const { id, personId } = await database().contact.create({ data })
  return { actor: { kind: 'customer', personId, source: '203.0.113.9' }, contactId: id, value }
}

beforeAll(async () => {
  await createUtility()
  for (let number = 1; number <= 45; number++) {
    const at = { x: (number % 20) / 10, y: 1, street: 'Via Roma', number, channel: 'sms', language: 'it' } as const
    houses.push((await addHousehold({ ...at, value: `+39333400${1000 + number}` })).addressId)
  }
})

const TABLE = ['via;civico;esponente;comune', ...Array.from({ length: 40 }, (_, index) => `Via Roma;${index + 1};;Provaglio`)].join('\r\n')

describe('a list of buildings', () => {
  it('is read with 40 addresses at once, whatever its columns are called, and tells of each line that names none', async () => {
    const { actor } = await addManager('reads')
    const { found, rejected } = await previewBuildings(actor, {
      text: `${TABLE}\n\nVia Roma;900;;Provaglio\nVia Po;1;;Provaglio\nVia Roma;x;;Provaglio\nVia Roma;2;;Altrove\n;;;\n"Via Roma";3;;Provaglio`,
    })
    expect(found).toHaveLength(40)
    expect(found[0]).toEqual({ id: houses[0], label: 'Via Roma 1, Provaglio' })
    expect(rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [43, 'import_unknown_number'],
      [44, 'import_unknown_street'],
      [45, 'import_bad_house_number'],
      [46, 'import_unknown_municipality'],
      [47, 'building_line_empty'],
    ])
  })

  it('may be ids, or one address a line as people write it; a town need not be named where there is one', async () => {
    const { actor } = await addManager('writes')
    const ids = await previewBuildings(actor, { text: `address_id\n${houses[3]}\n999999\nx` })
    expect([ids.found.map(({ id }) => id), ids.rejected.map(({ line }) => line)]).toEqual([[houses[3]], [3, 4]])
    const plain = await previewBuildings(actor, { text: 'via roma 5\n\nVIA ROMA 6, Provaglio\nvia roma\nnowhere at all 7' })
    expect(plain.found.map(({ id }) => id)).toEqual([houses[4], houses[5]])
    expect(plain.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [4, 'building_line_unclear'],
      [5, 'address_unknown'],
    ])
    const untowned = await previewBuildings(actor, { text: 'street,number\nVia Roma,7' })
    expect(untowned.found.map(({ id }) => id)).toEqual([houses[6]])
  })

  it('that is empty, endless or broken is refused in words', async () => {
    const { actor } = await addManager('breaks')
    const reasonOf = (text: string) =>
      previewBuildings(actor, { text }).then(
        () => null,
        (error) => error.detail?.reason ?? String(error),
      )
    expect(await reasonOf('')).toBe('building_list_empty')
    expect(await reasonOf(`address_id\n${'1\n'.repeat(501)}`)).toBe('building_list_long')
    expect(await reasonOf('Via Roma 1\n'.repeat(501))).toBe('building_list_long')
    expect(await reasonOf('street,number\n"Via Roma,1')).toBe('building_list_quote')
    expect(await reasonOf('x'.repeat(100_001))).toBe('text_too_long')
  })
})

describe('a building manager', () => {
  it('registers, adds 40 addresses at once, and again changes nothing', async () => {
    const { actor, contactId } = await addManager('forty')
    await expect(addBuildings(actor, { contactId, text: TABLE }, NOW)).rejects.toMatchObject({ detail: { reason: 'manager_first' } })
    await requestManagement(actor, { name: 'Amministrazioni Rossi' }, NOW)
    expect(await addBuildings(actor, { contactId, text: TABLE }, NOW)).toEqual({ added: 40 })
    expect(await addBuildings(actor, { contactId, text: TABLE }, NOW)).toEqual({ added: 0 })
    const rows = await database().subscription.findMany({ where: { contactId } })
    expect(rows).toHaveLength(40)
    expect(new Set(rows.map(({ role, renewBy }) => `${role} ${renewBy}`))).toEqual(new Set(['building_manager null']))
    await removeBuilding(actor, { addressId: houses[0] ?? 0 }, NOW)
    expect((await getOwnBuildings(actor)).buildings).toHaveLength(39)
  })

  it('cannot have others told, nor take their buildings away', async () => {
    const [mine, theirs] = [await addManager('mine'), await addManager('theirs')]
    for (const { actor } of [mine, theirs]) await requestManagement(actor, { name: 'Amministrazioni' }, NOW)
    await addBuildings(theirs.actor, { contactId: theirs.contactId, text: TABLE }, NOW)
    const foreign = addBuildings(mine.actor, { contactId: theirs.contactId, text: TABLE }, NOW)
    await expect(foreign).rejects.toMatchObject({ code: 'not_found', detail: { reason: 'contact_not_found' } })
    await removeBuilding(mine.actor, { addressId: houses[0] ?? 0 }, NOW)
    expect((await getOwnBuildings(theirs.actor)).buildings).toHaveLength(40)
    expect((await getOwnBuildings(mine.actor)).buildings).toEqual([])
  })

  it('sees how many flats have nobody who is told once staff granted it: never who, and not where flats are few', async () => {
    const { actor, contactId, value } = await addManager('counts')
    const [large = 0, small = 0, empty = 0] = houses.slice(41, 44)
    await database().servicePoint.updateMany({ where: { addressId: large }, data: { kind: 'shared', units: 12 } })
    await database().servicePoint.updateMany({ where: { addressId: small }, data: { kind: 'shared', units: 2 } })
    await database().servicePoint.updateMany({ where: { addressId: empty }, data: { kind: 'shared', units: 3 } })
    for (const [index, state] of (['confirmed', 'confirmed', 'unconfirmed'] as const).entries()) {
      const flat = { channel: 'email', value: `flat${index}@example.org`, language: 'it', state, person: { create: {} } } as const
      await database().contact.create({ data: { ...flat, subscriptions: { create: { addressId: large, role: 'resident' } } } })
    }
    await requestManagement(actor, { name: 'Amministrazioni Bianchi' }, NOW)
    await addBuildings(actor, { contactId, text: `address_id\n${large}\n${small}\n${empty}` }, NOW)
    expect((await getOwnBuildings(actor)).buildings.map(({ figure }) => figure)).toEqual([null, null, null])
    const asked = (await listManagers(STAFF)).find(({ name }) => name === 'Amministrazioni Bianchi')
    expect(asked).toMatchObject({ state: 'requested', buildings: 3, contacts: ['c…@example.org'] })
    await decideManager(STAFF, { personId: actor.personId, isGranted: true }, NOW)
    const own = await getOwnBuildings(actor)
    expect(own.buildings.map(({ figure }) => figure)).toEqual([{ flats: 12, without: 10 }, null, { flats: 3, without: 3 }])
    expect(JSON.stringify(own)).not.toContain('flat0')
    await database().subscription.updateMany({
      where: { contact: { value: { in: ['flat0@example.org', 'flat1@example.org'] } } },
      data: { pausedUntil: FOR_GOOD },
    })
    expect((await getOwnBuildings(actor)).buildings[0]?.figure).toEqual({ flats: 12, without: 12 })
    expect((await findLetters(value)).map(({ kind }) => kind)).toEqual(['manager_granted'])
    const trail = await database().auditEntry.findMany({ where: { subject: `person:${actor.personId}`, action: 'manager.decide' } })
    expect(trail.map(({ actor: who, before, after }) => [who, before, after])).toEqual([
      ['staff:1', { state: 'requested' }, { state: 'granted' }],
    ])
    await requestManagement(actor, { name: 'Another name' }, NOW)
    expect((await getOwnBuildings(actor)).manager).toEqual({ name: 'Another name', state: 'requested' })
    await expect(decideManager(STAFF, { personId: 999_999, isGranted: true }, NOW)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('gets one message for works that hit 40 buildings, with all of them in the mail and two in an SMS', async () => {
    const { actor, contactId } = await addManager('wave')
    const phone = { personId: actor.personId, channel: 'sms', value: '+393334009999', language: 'it', state: 'confirmed' } as const
    const sms = await database().contact.create({ data: phone })
    await requestManagement(actor, { name: 'Amministrazioni Verdi' }, NOW)
    for (const id of [contactId, sms.id]) await addBuildings(actor, { contactId: id, text: TABLE }, NOW)
    const part = { area: square(-1, 0, 5), windows: [{ start: '2026-12-01T09:00', end: '2026-12-01T12:30' }] }
    const { reference } = await createWorks(OPERATOR, { service: 'water', title: 'Main', parts: [part] }, NOW)
    await publishWorks(OPERATOR, { reference, shortNoticeReason: 'A test' }, NOW)
    const due = new Date('2026-11-26T09:00:00Z')
    await openDueNotices(due)
    await deliverDue(async () => due)
    const told = await database().message.findMany({ where: { contactId: { in: [contactId, sms.id] } }, orderBy: { id: 'asc' } })
    expect(told.map(({ channel }) => channel).sort()).toEqual(['email', 'sms'])
    const [mail, text] = [told.find(({ channel }) => channel === 'email')?.text ?? '', told.find(({ channel }) => channel === 'sms')]
    expect(mail.match(/^Via Roma \d+, Provaglio$/gm)).toHaveLength(40)
    expect(mail).toContain(`/posters/${reference}.`)
    expect(text?.text?.match(/Via Roma \d+/g)?.length).toBeLessThanOrEqual(2)
    expect(text?.segments).toBeLessThanOrEqual(3)
    const others = await database().message.findMany({ where: { channel: 'sms', contactId: { not: sms.id } }, take: 1 })
    expect(others[0]?.text).not.toContain('/posters/')
  })
})
