import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { listCallCentre } from '@/lib/contacts/list-call-centre'
import { setCallCentre } from '@/lib/contacts/set-call-centre'
import { database } from '@/lib/db/client'
import { getNoticePlan, getUtility } from '@/lib/utility/queries'
import { type SetUpUtility, setUpUtility } from '@/lib/utility/set-up-utility'

const ADMIN: Actor = { kind: 'staff', id: 1, email: 'admin@example.org', name: 'Ada', role: 'admin', source: '127.0.0.1' }
const NOW = new Date('2026-11-22T09:00:00Z')

const VILNIUS: SetUpUtility = {
  name: 'Vilniaus šiluma',
  sender: 'Siluma',
  country: 'lt',
  zone: 'Europe/Vilnius',
  defaultLanguage: 'lt',
  languages: ['lt', 'en'],
  services: ['heat'],
  phone: '+370 5 000 0000',
  website: 'https://siluma.example',
}

describe('setting a utility up', () => {
  beforeEach(async () => {
    await database().noticePlan.deleteMany()
    await database().utility.deleteMany()
  })

  it('makes an empty installation one that can tell people', async () => {
    await setUpUtility(ADMIN, VILNIUS, NOW)
    expect(await getUtility()).toMatchObject({
      name: 'Vilniaus šiluma',
      country: 'LT',
      languages: ['lt', 'en'],
      quietFrom: '21:00',
      quietTo: '08:00',
    })
    expect((await getNoticePlan(database(), 'heat')).length).toBeGreaterThan(0)
    const [entry] = await database().auditEntry.findMany({ where: { action: 'utility.set_up' }, orderBy: { id: 'desc' }, take: 1 })
    expect(entry).toMatchObject({ subject: 'utility:facts', actor: 'staff:1' })
  })

  it('changes what is given, and leaves the rest and the settings made since', async () => {
    await setUpUtility(ADMIN, VILNIUS, NOW)
    await database().utility.update({ where: { id: 1 }, data: { quietFrom: '20:00', approvalUnits: 500 } })
    await database().noticePlan.update({ where: { service: 'heat' }, data: { stages: [{ kind: 'same_day', before: 'PT2H' }] } })
    await setUpUtility(ADMIN, { phone: '+370 5 111 1111' }, NOW)
    expect(await getUtility()).toMatchObject({ name: 'Vilniaus šiluma', phone: '+370 5 111 1111', quietFrom: '20:00', approvalUnits: 500 })
    expect(await getNoticePlan(database(), 'heat')).toHaveLength(1)
  })

  it('names the first field that an empty installation lacks, and stays empty', async () => {
    const { phone: _, ...lacking } = VILNIUS
    await expect(setUpUtility(ADMIN, lacking, NOW)).rejects.toMatchObject({ detail: { reason: 'field_missing', field: 'phone' } })
    expect(await database().utility.count()).toBe(0)
    expect(await database().noticePlan.count()).toBe(0)
  })

  it.each([
    [{ sender: 'Šiluma' }, 'sender', 'not_a_sender'],
    [{ sender: '12345' }, 'sender', 'not_a_sender'],
    [{ country: 'Lithuania' }, 'country', 'not_a_country'],
    [{ zone: 'Europe/Atlantis' }, 'zone', 'not_a_zone'],
    [{ phone: 'call us' }, 'phone', 'not_a_phone'],
    [{ website: 'javascript:alert(1)' }, 'website', 'not_a_web_address'],
    [{ defaultLanguage: 'uk' }, 'defaultLanguage', 'language_not_spoken'],
    [{ services: [] }, 'services', 'field_missing'],
    [{ name: 'a\u202eb' }, 'name', 'text_unprintable'],
  ] as const)('refuses %j', async (part, field, reason) => {
    await expect(setUpUtility(ADMIN, { ...VILNIUS, ...part } as SetUpUtility, NOW)).rejects.toMatchObject({ detail: { field, reason } })
  })
})

describe('naming the call centre', () => {
  beforeEach(() => setUpUtility(ADMIN, VILNIUS, NOW))

  it('gives each mailbox a contact that is told with every wave, and takes it from those not named any more', async () => {
    await setCallCentre(ADMIN, { emails: ['Desk@Siluma.example', 'night@siluma.example', 'desk@siluma.example'] }, NOW)
    expect(await listCallCentre()).toEqual(['desk@siluma.example', 'night@siluma.example'])
    await setCallCentre(ADMIN, { emails: ['desk@siluma.example'] }, NOW)
    expect(await listCallCentre()).toEqual(['desk@siluma.example'])
    const contacts = await database().contact.findMany({ where: { value: 'desk@siluma.example' }, include: { subscriptions: true } })
    expect(contacts).toMatchObject([{ state: 'confirmed', language: 'lt', subscriptions: [{ role: 'call_centre' }] }])
    const [entry] = await database().auditEntry.findMany({ where: { action: 'utility.call_centre' }, orderBy: { id: 'desc' }, take: 1 })
    expect(JSON.stringify(entry?.after)).toBe('{"mailboxes":1}')
  })

  it('refuses what is no mailbox, and keeps those of before', async () => {
    await setCallCentre(ADMIN, { emails: ['desk@siluma.example'] }, NOW)
    await expect(setCallCentre(ADMIN, { emails: ['desk@siluma.example', 'nobody'] }, NOW)).rejects.toMatchObject({
      detail: { reason: 'import_bad_email' },
    })
    expect(await listCallCentre()).toEqual(['desk@siluma.example'])
  })
})
