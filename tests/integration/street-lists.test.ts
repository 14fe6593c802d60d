import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addressesIn } from '@/lib/addresses/addresses-in-selections'
import { importAddresses } from '@/lib/addresses/import-addresses'
import { isInRange } from '@/lib/addresses/is-in-range'
import { resolveStreetList } from '@/lib/addresses/resolve-street-list'
import { resolveStreets } from '@/lib/addresses/resolve-streets'
import type { NumberRange, StreetSelection } from '@/lib/addresses/street-list'
import { writeStreetList } from '@/lib/addresses/write-street-list'
import { type Db, database } from '@/lib/db/client'
import { NAUGHTY_STRINGS } from '../providers/naughty-strings'
import { createUtility } from './factories'
import { CLI, fileOf, NOW, REJECTS } from './import-files'

const ALESSANDRIA = path.resolve('..', 'shared', 'data', 'addresses', 'alessandria-house-numbers.csv')

/** Streets that exist twice, in two towns or as two types, and a street of each language. */
const STREETS: ReadonlyArray<readonly [municipality: string, type: string, street: string, numbers: string[]]> = [
  ['Galliera', 'Via', 'Verdi', ['1', '3', '5', '7', '9', '12', '12/A', '12 bis', '20']],
  ['Galliera', 'Via', 'Pietro Giardini', ['1', '2', '3', '4']],
  ['Galliera', 'Piazza', 'Verdi', ['1', '2']],
  ['Galliera', 'Via', '28 Marzo 1921', ['1', '3']],
  ['Galliera', 'Via', 'Garibaldi', ['1', '2', '5/2', '5/10']],
  ['Galliera', 'Via', 'Dante', ['4']],
  ['Galliera', 'Strada', 'C14', ['2', '4']],
  ['Galliera', 'Strada', 'C15', ['2']],
  ['Pieve di Cento', 'Via', 'Verdi', ['1', '2']],
  ['Pieve di Cento', 'Viale', 'Libertà', ['1', '2']],
  ['Vilnius', '', 'Gedimino pr.', ['3', '5', '9A', '13', '14', '57', '59']],
  ['Vilnius', '', 'Žemaičių g.', ['1', '2']],
  ['Poltava', 'вулиця', 'Івана Франка', ['12', '14-А', '16', '17', '18']],
]

async function load(): Promise<void> {
  const rows = STREETS.flatMap(([municipality, type, street, numbers]) =>
    numbers.map((number) => `${municipality},${type},${street},${number},45.001,8.701`),
  )
  await importAddresses(CLI, { file: fileOf(['municipality,street_type,street,number,lat,lon', ...rows]) }, NOW)
  if (!existsSync(ALESSANDRIA)) return
  const map = { cap: 'postcode' }
  await importAddresses(
    CLI,
    { file: ALESSANDRIA, set: { municipality: 'Alessandria' }, map, rejectFile: REJECTS, extendServedArea: true },
    NOW,
  )
}

/** Ids of municipalities by name. */
async function municipality(name: string): Promise<number> {
  return (await database().municipality.findFirstOrThrow({ where: { name } })).id
}

async function hits(selections: StreetSelection[]): Promise<number[]> {
  const rows = await database().$queryRaw<Array<{ id: number }>>`
    SELECT listed.address_id AS id FROM ${addressesIn(selections)} listed ORDER BY 1`
  return rows.map(({ id }) => id)
}

beforeAll(async () => {
  await createUtility()
  await load()
})

describe('a list of streets', () => {
  const summary = async (text: string, options: { municipalityId?: number; choices?: Record<string, number> } = {}) =>
    (await resolveStreetList(database(), text, options)).map(({ status, selection, isInferred, choices, problem, note, addresses }) => {
      const meant = selection
        ? `${selection.label}${isInferred ? ' (inferred)' : ''} ${addresses}`
        : (choices ?? []).map(({ label }) => label).join('|')
      return [status, meant, problem?.reason ?? note?.reason ?? ''].join(' ').trim()
    })

  it.each([
    ['via Giardini 1-3', ['resolved Via Pietro Giardini, Galliera (inferred) 3']],
    ['Giardini', ['resolved Via Pietro Giardini, Galliera (inferred) 4']],
    ['via P. Giardini dispari', ['resolved Via Pietro Giardini, Galliera (inferred) 2']],
    ['via Verdi (Galliera) 12', ['resolved Via Verdi, Galliera 3']],
    ['via Verdi (Galliera) 12/A', ['resolved Via Verdi, Galliera 1']],
    ['Galliera: via Verdi tranne il 12', ['resolved Via Verdi, Galliera 6']],
    ['via Verdi', ['ambiguous Via Verdi|Via Verdi']],
    ['Galliera: Verdi', ['ambiguous Piazza Verdi|Via Verdi']],
    ['Galliera: viale Verdi', ['ambiguous Piazza Verdi|Via Verdi']],
    ['Atlantide: via Verdi', ['unknown  street_place_unknown']],
    ['v.le Liberta 1', ['resolved Viale Libertà, Pieve di Cento 1']],
    ['Galliera: via Garibbaldi 1', ['ambiguous Via Garibaldi']],
    ['Galliera: via 28 marzo 1921', ['resolved Via 28 Marzo 1921, Galliera 2']],
    ['Galliera: via 28 marzo 1921 3', ['resolved Via 28 Marzo 1921, Galliera 1']],
    ['Galliera: via Garibaldi 5/2-5/10', ['resolved Via Garibaldi, Galliera 2']],
    ['Galliera: strada C14 2-4', ['resolved Strada C14, Galliera 2']],
    ['strada C15 tutta', ['resolved Strada C15, Galliera 1']],
    ['Galliera: via Dante 99', ['unknown  street_numbers_hit_nothing']],
    ['Galliera: via Dante tranne il 4', ['unknown  street_all_excluded']],
    ['Galliera: via Verdi 1, 2, 3, 100-120', ['resolved Via Verdi, Galliera 2 street_numbers_missing']],
    ['Galliera: via Verdi 20-1', ['unknown  street_range_backwards']],
    ['via Immaginaria 3', ['unknown  street_not_known']],
    ['Gedimino pr. nuo Nr. 3 iki Nr. 13 neporiniai; 4–30 poriniai; 57 iki galo', ['resolved Gedimino pr., Vilnius 7']],
    ['Zemaiciu gatve 1', ['resolved Žemaičių g., Vilnius 1']],
    ['вул. Франка І. 12, 14-А, 16–30 парні', ['resolved вулиця Івана Франка, Poltava (inferred) 4']],
    ['вул. Івана Франка 14-A', ['resolved вулиця Івана Франка, Poltava 1']], // with a Latin A
    ['вул. Франка Івана', ['resolved вулиця Івана Франка, Poltava (inferred) 5']],
    ['вул. Франка Б. 12', ['ambiguous вулиця Івана Франка']],
  ])('understands %j', async (text, expected) => {
    expect(await summary(text)).toEqual(expected)
  })

  it('takes the street that somebody chose for a piece, and looks only in the municipality that is asked for', async () => {
    const [piece] = await resolveStreetList(database(), 'via Verdi 1')
    const id = piece?.choices?.find((choice) => choice.municipality === 'Pieve di Cento')?.streetId ?? 0
    expect(await summary('via Verdi 1', { choices: { 'via Verdi 1': id } })).toEqual(['resolved Via Verdi, Pieve di Cento 1'])
    expect(await summary('via Verdi 1', { choices: { 'via Verdi 1': 999_999 } })).toEqual(['ambiguous Via Verdi|Via Verdi'])
    expect(await summary('via Verdi 1', { municipalityId: await municipality('Galliera') })).toEqual(['resolved Via Verdi, Galliera 1'])
  })

  it('names the nearest numbers where none is hit', async () => {
    const [piece] = await resolveStreetList(database(), 'Galliera: via Verdi 11')
    expect(piece?.problem).toEqual({
      reason: 'street_numbers_hit_nothing',
      params: { numbers: '11', nearest: expect.stringContaining('12'), street: 'Via Verdi, Galliera' },
    })
  })

  it('takes no naughty string for a street', async () => {
    for (const text of NAUGHTY_STRINGS) {
      const pieces = await resolveStreetList(database(), text)
      expect(pieces.filter(({ status }) => status === 'resolved').map((piece) => [text, piece.selection?.label])).toEqual([])
    }
  })

  it('refuses a list that is too long, and whoever may not plan', async () => {
    await expect(resolveStreetList(database(), 'x'.repeat(100_001))).rejects.toMatchObject({ detail: { reason: 'street_list_too_long' } })
    await expect(resolveStreetList(database(), 'via Po; '.repeat(2001))).rejects.toMatchObject({
      detail: { reason: 'street_list_too_many' },
    })
    const staff = { kind: 'staff', id: 1, email: '', name: '', source: '' } as const
    await expect(resolveStreets({ ...staff, role: 'call_centre' }, { text: 'via Po' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(resolveStreets({ kind: 'public', source: '' }, { text: 'via Po' })).rejects.toMatchObject({ code: 'unauthenticated' })
    expect(await resolveStreets({ ...staff, role: 'operator' }, { text: '' })).toEqual([])
  })

  it('asks the database as often for 400 streets as for one', async () => {
    const asked = async (text: string) => {
      let queries = 0
      const counting = new Proxy(database(), {
        get: (target, name) => {
          if (name === '$queryRaw' || name === 'street' || name === 'address') queries += 1
          const value = Reflect.get(target, name)
          return typeof value === 'function' ? value.bind(target) : value
        },
      }) as Db
      const pieces = await resolveStreetList(counting, text)
      return { queries, pieces: pieces.length }
    }
    const one = await asked('Galliera: via Dante 4')
    const many = await asked(Array.from({ length: 400 }, (_, at) => `via Dante ${at} (Galliera)`).join('; '))
    expect([one.pieces, many.pieces]).toEqual([1, 400])
    expect(many.queries).toBe(one.queries)
  })
})

describe('the addresses of selections', () => {
  const range = fc.record({
    from: fc.option(fc.integer({ min: 0, max: 22 })),
    to: fc.option(fc.integer({ min: 0, max: 22 })),
    parity: fc.constantFrom(null, 'odd' as const, 'even' as const),
    fromSuffix: fc.option(fc.constantFrom('A', 'bis', '2', '10', 'А'), { nil: undefined }),
    toSuffix: fc.option(fc.constantFrom('A', 'bis', '2', '10', 'А'), { nil: undefined }),
  })

  it('are in the database what isInRange says they are', async () => {
    const houses = await database().address.findMany({
      where: { street: { municipality: { name: { not: 'Alessandria' } } } },
      select: { id: true, streetId: true, number: true, suffix: true },
    })
    const streetIds = [...new Set(houses.map(({ streetId }) => streetId))]
    const selection = fc.record({
      streetId: fc.constantFrom(...streetIds),
      label: fc.constant(''),
      ranges: fc.option(fc.array(range, { maxLength: 4 })),
      excluded: fc.array(range, { maxLength: 2 }),
    })
    const isHit = ({ streetId, ranges, excluded = [] }: StreetSelection, house: (typeof houses)[number]) =>
      house.streetId === streetId &&
      (ranges === null || ranges.some((wanted: NumberRange) => isInRange(house, wanted))) &&
      !excluded.some((wanted) => isInRange(house, wanted))
    await fc.assert(
      fc.asyncProperty(fc.array(selection, { maxLength: 5 }), async (selections) => {
        const expected = houses.filter((house) => selections.some((one) => isHit(one, house))).map(({ id }) => id)
        expect(await hits(selections)).toEqual(expected.sort((one, other) => one - other))
      }),
      { numRuns: 150 },
    )
  })

  it.skipIf(!existsSync(ALESSANDRIA))('of Alessandria are those that its file has (skipped where ../shared/data is missing)', async () => {
    const municipalityId = await municipality('Alessandria')
    const [, ...lines] = readFileSync(ALESSANDRIA, 'utf8').trim().split('\n')
    const known = new Map<string, Set<string>>()
    for (const line of lines) {
      const [type = '', street = '', number = '', suffix = ''] = line.replace(/"/g, '').split(',')
      const label = `${type} ${street}`.trim()
      known.set(label, (known.get(label) ?? new Set()).add(`${Number(number)}/${suffix.trim().toLowerCase()}`))
    }
    // By hand, from the file: numbers by a rule that shares no code with the product.
    const count = (label: string, fits: (number: number) => boolean) =>
      [...(known.get(label) ?? [])].filter((house) => fits(Number.parseInt(house, 10))).length
    const list: Array<[text: string, expected: number]> = [
      ['corso Roma tutta', count('Corso Roma', () => true)],
      ['via Vochieri dal 3 al 41 dispari', count('Via Andrea Vochieri', (n) => n >= 3 && n <= 41 && n % 2 === 1)],
      ['via Piave pari', count('Via Piave', (n) => n % 2 === 0)],
      ['c.so Crimea 10, 12, dal 20 in poi', count('Corso Crimea', (n) => n === 10 || n === 12 || n >= 20)],
      ['spalto Marengo fino al 50 (escluso il 7)', count('Spalto Marengo', (n) => n <= 50 && n !== 7)],
      ['via 28 marzo 1921', count('Via 28 Marzo 1921', () => true)],
    ]
    for (const [text, expected] of list) {
      const pieces = await resolveStreetList(database(), text, { municipalityId })
      expect([text, pieces.map(({ status, addresses }) => [status, addresses])]).toEqual([text, [['resolved', expected]]])
      expect(expected).toBeGreaterThan(3)
      expect(await hits(pieces.flatMap(({ selection }) => selection ?? []))).toHaveLength(expected)
    }
    const all = await resolveStreetList(database(), list.map(([text]) => text).join(';\n'), { municipalityId })
    expect(await hits(all.flatMap(({ selection }) => selection ?? []))).toHaveLength(list.reduce((sum, [, expected]) => sum + expected, 0))
  })

  it.skipIf(!existsSync(ALESSANDRIA))(
    'finds every street of Alessandria by its official name (skipped where ../shared/data is missing)',
    async () => {
      const municipalityId = await municipality('Alessandria')
      const streets = await database().street.findMany({ where: { municipalityId }, orderBy: { id: 'asc' } })
      const selections = streets.map(({ id, label }) => ({ streetId: id, label, ranges: null }))
      const pieces = await resolveStreetList(database(), writeStreetList(selections, 'it'), { municipalityId })
      const wrong = pieces.filter(({ selection, isInferred }, at) => selection?.streetId !== streets[at]?.id || isInferred)
      expect(wrong.map(({ text, status, selection }) => [text, status, selection?.label])).toEqual([])
      expect(await hits(pieces.flatMap(({ selection }) => selection ?? []))).toHaveLength(
        await database().address.count({ where: { street: { municipalityId } } }),
      )
    },
  )
})
