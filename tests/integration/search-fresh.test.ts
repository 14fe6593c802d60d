import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { importAddresses } from '@/lib/addresses/import-addresses'
import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { database } from '@/lib/db/client'
import { createUtility } from './factories'
import { CLI, fileOf, NOW } from './import-files'

/** Seconds within which everybody knows of an import. */
const SOON = 6

const HEADER = 'municipality,postcode,street_type,street,number,lat,lon'

async function importStreet(street: string, numbers: readonly string[]): Promise<void> {
  await importAddresses(
    CLI,
    { file: fileOf([HEADER, ...numbers.map((number) => `Prova,15121,Via,${street},${number},45.001,8.701`)]) },
    NOW,
  )
}

/** Asks until the answer is as wanted; the status at the end of the time. */
async function statusSoon(text: string, wanted: string): Promise<string> {
  const end = performance.now() + SOON * 1000
  for (;;) {
    const { status } = await lookUpAddress(text)
    if (status === wanted || performance.now() > end) return status
    await sleep(100)
  }
}

beforeAll(createUtility)

describe('the search', () => {
  it('says that it cannot look before there is anything to look in, and looks as soon as it can', async () => {
    await importStreet('Roma', ['1', '2'])
    await database().$executeRaw`ALTER TABLE street RENAME TO street_away`
    await expect(lookUpAddress('via roma 1')).rejects.toThrow()
    await database().$executeRaw`ALTER TABLE street_away RENAME TO street`
    expect((await lookUpAddress('via roma 1')).status).toBe('match')
  })

  it('knows of an import soon, and of what a street lost', async () => {
    expect((await lookUpAddress('via nuova 7')).status).toBe('none')
    await importStreet('Nuova', ['7'])
    expect(await statusSoon('via nuova 7', 'match')).toBe('match')
    await database().$executeRaw`DELETE FROM address WHERE number = 2`
    expect(await statusSoon('via roma 2', 'choices')).toBe('choices')
  })

  it('knows soon of what another process brought in, not before it is there', async () => {
    // The embedded database has one session: there the other process has to wait for its turn anyway.
    const other = new Client({ connectionString: process.env.DATABASE_URL })
    await other.connect()
    await other.query(
      `INSERT INTO address (street_id, number, postcode, geom) SELECT id, 9, '15121', ST_Point(8.701, 45.001, 4326) FROM street WHERE name = 'Roma'`,
    )
    await other.end()
    expect(await statusSoon('via roma 9', 'match')).toBe('match')
  })

  it('answers from what it knows while it cannot ask whether addresses have changed', async () => {
    await database().$executeRaw`ALTER TABLE tile_change RENAME TO tile_change_away`
    await sleep(2_000)
    expect((await lookUpAddress('via roma 1')).status).toBe('match')
    await sleep(5_000)
    expect((await lookUpAddress('via roma 1')).status).toBe('match')
    await database().$executeRaw`ALTER TABLE tile_change_away RENAME TO tile_change`
  })

  it('answers two hundred at once as it answers one', async () => {
    const found = await Promise.all(Array.from({ length: 200 }, (_, at) => lookUpAddress(at % 2 === 0 ? 'via roma 1' : 'via rma 1')))
    expect(new Set(found.map(({ status }, at) => `${at % 2} ${status}`))).toEqual(new Set(['0 match', '1 choices']))
  })
})
