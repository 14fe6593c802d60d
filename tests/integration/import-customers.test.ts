import { beforeEach, describe, expect, it } from 'vitest'
import { importAddresses } from '@/lib/addresses/import-addresses'
import { importContacts } from '@/lib/contacts/import-contacts'
import { importAccounts } from '@/lib/customers/import-accounts'
import { importServicePoints } from '@/lib/customers/import-service-points'
import { database } from '@/lib/db/client'
import { beginAnew } from './begin-anew'
import { CLI, fileOf, NOW, problemsOf } from './import-files'

const ACCOUNTS = [
  'number,service,service_point,meter_number,eic_code,holder_name,active',
  'A1,power,P1,M1,10YIT-GRTN-----B,Anna,true',
  'A2,power,P1,M2,,Bruno,',
  'A3,power,P2,M3,,Carla,no',
]

function loadAccounts(lines = ACCOUNTS) {
  return importAccounts(CLI, { file: fileOf(lines, 'accounts.csv') }, NOW)
}

function loadContacts(...rows: string[]) {
  const header = 'account,municipality,street,number,channel,value,language,role,confirmed'
  return importContacts(CLI, { file: fileOf([header, ...rows], 'contacts.csv') }, NOW)
}

function findContacts() {
  return database().$queryRaw`
    SELECT c.channel, c.value, c.language, c.state, c.person_id AS person,
      array_agg(coalesce(a.number, 'house ' || h.number) || ' ' || s.role ORDER BY a.number) AS follows
    FROM contact c JOIN subscription s ON s.contact_id = c.id LEFT JOIN account a ON a.id = s.account_id LEFT JOIN address h ON h.id = s.address_id
    WHERE s.role <> 'call_centre' GROUP BY c.id ORDER BY c.id` as Promise<Array<Record<string, unknown>>>
}

beforeEach(async () => {
  await beginAnew('municipality', 'street', 'address', 'service_point', 'account')
  const addresses = ['municipality,street,number,lat,lon', 'Prova,Via Roma,1,45.001,8.701', 'Prova,Via Roma,2,45.002,8.701']
  await importAddresses(CLI, { file: fileOf(addresses, 'addresses.csv') }, NOW)
  const points = ['code,service,municipality,street,number', 'P1,power,Prova,Via Roma,1', 'P2,power,Prova,Via Roma,2']
  await importServicePoints(CLI, { file: fileOf(points, 'points.csv') }, NOW)
})

describe('a file of accounts', () => {
  it('comes in, changes nothing the second time, and then only what differs', async () => {
    expect(await loadAccounts()).toMatchObject({ new: 3, rejected: 0 })
    expect(await loadAccounts()).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
    expect(await loadAccounts(['number,service,service_point,eic_code', 'A1,power,P2,', 'A2,power,P1,'])).toMatchObject({
      changed: 1,
      unchanged: 1,
    })
    expect(
      await database().account.findUnique({ where: { number: 'A1' }, select: { eicCode: true, holderName: true, active: true } }),
    ).toEqual({
      eicCode: null,
      holderName: 'Anna',
      active: true,
    })
  })

  it('names line, field and reason of every wrong row, and imports nothing', async () => {
    const wrong = ['A4,power,P9,,,,', 'A5,power,P1,,10YIT-GRTN-----C,,', 'A6,power,P1,,,,perhaps', ',power,P1,,,,', 'A1,power,P2,,,,']
    expect(await problemsOf(loadAccounts([...ACCOUNTS, ...wrong]))).toEqual([
      [5, 'service_point', 'import_unknown_service_point'],
      [6, 'eic_code', 'import_bad_eic'],
      [7, 'active', 'import_bad_flag'],
      [8, 'number', 'import_value_missing'],
      [9, 'number', 'import_repeats_line'],
    ])
    expect(await database().account.count()).toBe(0)
  })
})

describe('a file of contacts', () => {
  beforeEach(async () => {
    await loadAccounts()
  })

  it('makes one contact of a value on several accounts, and one person of whoever they belong to', async () => {
    const rows = [
      'A1,,,,sms,333 123 4567,it,,',
      'A2,,,,SMS,+39 333 1234567,it,,',
      'A2,,,,email,Anna@Example.org,it,,',
      'A3,,,,email,carla@example.org,uk,,',
    ]
    expect(await loadContacts(...rows)).toMatchObject({ new: 4, rejected: 0 })
    const [phone, mail, other] = await findContacts()
    expect(phone).toMatchObject({ value: '+393331234567', follows: ['A1 holder', 'A2 holder'], state: 'confirmed' })
    expect(mail).toMatchObject({ value: 'anna@example.org', follows: ['A2 holder'], person: phone?.person })
    expect(other?.person).not.toBe(phone?.person)
    expect(await database().account.count({ where: { holderId: Number(phone?.person) } })).toBe(2)
  })

  it('changes nothing the second time', async () => {
    const rows = ['A1,,,,sms,3331234567,it,,', 'A2,,,,sms,3331234567,it,,', ',Prova,Via Roma,2,email,bar@example.org,,,']
    await loadContacts(...rows)
    const people = await database().person.count()
    expect(await loadContacts(...rows)).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
    expect(await database().person.count()).toBe(people)
  })

  it('knows residents and building managers, who are nobody’s holder', async () => {
    await loadContacts(
      ',Prova,Via Roma,2,email,neighbour@example.org,,,no',
      'A1,,,,email,manager@example.org,en,building_manager,',
      'A2,,,,email,manager@example.org,en,building_manager,',
    )
    expect(await findContacts()).toMatchObject([
      { follows: ['A1 building_manager', 'A2 building_manager'], language: 'en' },
      { follows: ['house 2 resident'], language: 'it', state: 'unconfirmed' },
    ])
    expect(await database().account.count({ where: { holderId: { not: null } } })).toBe(0)
  })

  it('takes a known contact and a known holder up again', async () => {
    await loadContacts('A1,,,,sms,3331234567,it,,')
    await loadContacts('A1,,,,email,anna@example.org,it,,', 'A3,,,,sms,3331234567,it,,')
    const [phone, mail] = await findContacts()
    expect(phone).toMatchObject({ follows: ['A1 holder', 'A3 holder'] })
    expect(mail?.person).toBe(phone?.person)
  })

  it('counts a new language or role as changed, and never undoes an opting out', async () => {
    await loadContacts('A1,,,,sms,3331234567,it,,', 'A2,,,,email,anna@example.org,it,,no')
    await database().contact.updateMany({ where: { channel: 'sms' }, data: { state: 'opted_out' } })
    expect(await loadContacts('A1,,,,sms,3331234567,uk,,yes', 'A2,,,,email,anna@example.org,it,building_manager,yes')).toMatchObject({
      changed: 2,
    })
    expect(await findContacts()).toMatchObject([
      { language: 'uk', state: 'opted_out' },
      { state: 'confirmed', follows: ['A2 building_manager'] },
    ])
  })

  it('names line, field and reason of every wrong row, and imports nothing', async () => {
    const rows = [
      'A1,,,,sms,3331234567,it,,',
      'A1,,,,sms,12,it,,',
      'A1,,,,email,anna,it,,',
      'A1,,,,fax,123,it,,',
      'A1,,,,email,anna@example.org,de,,',
      'A1,,,,email,anna@example.org,it,neighbour,',
      'A9,,,,email,anna@example.org,it,,',
      ',,,,email,anna@example.org,it,,',
      'A1,Prova,Via Roma,1,email,anna@example.org,it,,',
      ',Prova,Via Roma,77,email,bar@example.org,it,,',
    ]
    expect(await problemsOf(loadContacts(...rows))).toEqual([
      [3, 'value', 'import_bad_phone'],
      [4, 'value', 'import_bad_email'],
      [5, 'channel', 'import_not_one_of'],
      [6, 'language', 'import_not_one_of'],
      [7, 'role', 'import_not_one_of'],
      [8, 'account', 'import_unknown_account'],
      [9, 'account', 'import_no_target'],
      [10, 'account', 'import_both_targets'],
      [11, 'number', 'import_unknown_number'],
    ])
    expect(
      await problemsOf(loadContacts('A1,,,,sms,3331234567,it,,', 'A1,,,,sms,+393331234567,it,,', 'A2,,,,sms,3331234567,uk,,')),
    ).toEqual([
      [3, 'value', 'import_repeats_line'],
      [4, 'language', 'import_language_differs'],
    ])
    expect(await findContacts()).toEqual([])
  })
})
