import { beforeEach, describe, expect, it } from 'vitest'
import { resolvePlaceList } from '@/lib/addresses/resolve-place-list'
import { resolvePlaces } from '@/lib/addresses/resolve-places'
import { database } from '@/lib/db/client'
import { at, beginWithTowns, load, TOWNS } from './boundary-lab'
import { CLI } from './import-files'

beforeEach(beginWithTowns)

describe('a list of places', () => {
  const summary = async (text: string) => {
    const { places, exceptPlaces, exceptStreets, exceptText } = await resolvePlaceList(database(), text)
    const said = places.map(({ status, boundary, isInferred, choices }) =>
      boundary
        ? `${boundary.kind} ${boundary.name}${isInferred ? ' (inferred)' : ''}`
        : `${status} ${(choices ?? []).map(({ name }) => name).join('|')}`.trim(),
    )
    const except = exceptStreets.map(
      ({ status, selection, choices }) => selection?.label ?? `${status} ${(choices ?? []).map(({ label }) => label).join('|')}`.trim(),
    )
    return { said, except: [...exceptPlaces.map(({ boundary, status }) => boundary?.name ?? status), ...except], exceptText }
  }

  beforeEach(async () => {
    const db = database()
    await db.$executeRaw`
      INSERT INTO street (municipality_id, type, name, label, search_text)
      SELECT m.id, 'Via', s.name, 'Via ' || s.name, 'via ' || lower(s.name) FROM municipality m, unnest(ARRAY['Verdi', 'Roma']) AS s (name)
      WHERE m.name = 'Galliera' OR s.name = 'Roma'`
    await db.$executeRaw`
      INSERT INTO address (street_id, number, geom) SELECT s.id, number, ST_Point(8.7, 45, 4326) FROM street s, generate_series(1, 20) AS number`
    await load('municipality', TOWNS)
    await load('quarter', [at(1, 1, 2, { name: 'Borgo' }), at(4, 1, 2, { name: 'Castello e Rocca' }), at(11, 1, 2, { name: 'Galliera' })])
    await load('zone', [at(1, 1, 2, { name: 'Nord' })], { set: { service: 'water' } })
  })

  it.each([
    [
      'comune di Galliera and Pieve di Cento, but not via Verdi',
      ['municipality Galliera', 'municipality Pieve di Cento'],
      ['Via Verdi, Galliera'],
    ],
    [
      'Comune di Galliera e Pieve di Cento, esclusa via Verdi',
      ['municipality Galliera', 'municipality Pieve di Cento'],
      ['Via Verdi, Galliera'],
    ],
    ['quartiere Borgo, tranne via Roma 1-9', ['quarter Borgo'], ['Via Roma, Galliera']],
    ['Pieve di Cento, tranne via Roma', ['municipality Pieve di Cento'], ['Via Roma, Pieve di Cento']],
    ['Pieve di Cento (tranne via Roma 3), Borgo', ['municipality Pieve di Cento', 'quarter Borgo'], ['ambiguous Via Roma|Via Roma']],
    ['Pieve di Cento, išskyrus via Roma 1–9; Borgo', ['municipality Pieve di Cento', 'quarter Borgo'], ['Via Roma, Pieve di Cento']],
    ['Pieve di Cento, крім via Roma', ['municipality Pieve di Cento'], ['Via Roma, Pieve di Cento']],
    ['Castello e Rocca e Borgo', ['quarter Castello e Rocca', 'quarter Borgo'], []],
    ['Castello e Rocca, zona Nord', ['quarter Castello e Rocca', 'zone Nord'], []],
    ['comune di Galliera, tranne Borgo e via Roma', ['municipality Galliera'], ['Borgo', 'Via Roma, Galliera']],
    ['Galliera', ['ambiguous Galliera|Galliera'], []],
    ['Pieve', ['municipality Pieve di Cento (inferred)'], []],
    ['Pieva di Cento', ['ambiguous Pieve di Cento'], []],
    ['Atlantide', ['unknown'], []],
    ['Pieve di Cento, tranne via Nuova', ['municipality Pieve di Cento'], ['unknown']],
  ])('understands %j', async (text, said, except) => {
    expect(await summary(text)).toMatchObject({ said, except })
  })

  it('gives the exceptions as a street list that means the same', async () => {
    expect(await summary('Pieve di Cento, tranne via Roma 1-9; Borgo, tranne via Roma 3')).toMatchObject({
      exceptText: 'Pieve di Cento: via Roma 1-9\nGalliera: via Roma 3',
    })
  })

  it('refuses what is too long, and whoever may not plan', async () => {
    await expect(resolvePlaces(CLI, { text: 'Borgo, '.repeat(201) })).rejects.toMatchObject({ detail: { reason: 'place_list_too_many' } })
    await expect(resolvePlaces(CLI, { text: 'x'.repeat(20_001) })).rejects.toMatchObject({ detail: { reason: 'street_list_too_long' } })
    await expect(resolvePlaces({ kind: 'public', source: '' }, { text: 'Borgo' })).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})
