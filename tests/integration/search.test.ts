import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { suggest } from '@/lib/addresses/suggest-addresses'
import { database } from '@/lib/db/client'
import { importSearchTown } from './search-town'

const NAUGHTY = path.resolve('..', 'shared', 'data', 'schemas', 'naughty-strings.json')

beforeAll(importSearchTown)

/** The text is this address and nothing else. */
const MATCHES: Record<string, readonly string[]> = {
  'Via Roma 12/A, 15121 Prova': [
    'Via Roma 12/A, 15121 Prova',
    'via roma 12a prova',
    'prova via roma 12 a',
    'PROVA, VIA ROMA 12-A',
    'v. roma 12/a, prova',
    'v roma n. 12/a 15121 Prova',
    '15121 Prova, Via Roma, 12 A',
    'Via Roma, civico 12/A - 15121 Prova (AL)',
    'via roma 12/a 15121',
    'Via Roma 12/A, Prova, Italia',
    'Comune di Prova via Roma 12/A',
  ],
  'Via Roma 12 bis, 15121 Prova': ['via roma 12bis', 'via roma 12 BIS', 'Via Roma 12/bis Prova'],
  'Via Roma 16/18, 15121 Prova': ['via roma 16/18', 'via roma 16-18 prova', 'via roma 16 18'],
  'Via Roma 20, 15121 Prova': [
    'via roma 20',
    'Via  Roma   20',
    'via roma20',
    'v. roma 20',
    'VIA ROMA, 20',
    'Via Roma n° 20',
    '20 via roma',
    'prova, 20 via roma',
  ],
  'Via Roma 3, 15100 Altrove': ['via roma 3 altrove', 'Altrove via Roma 3', '15100 via roma 3', 'via roma 3, 15100 Altrove'],
  'Via Roma 2, 15121 Prova': ['via roma 2'],
  'Piazza Roma 3, 15121 Prova': ['piazza roma 3', 'p.zza roma 3', 'pzza Roma, 3', 'p.za roma 3 prova'],
  'Piazza Garibaldi 3, 15121 Prova': ['piazza garibaldi 3', 'P.ZZA GARIBALDI 3'],
  'Via Giuseppe Garibaldi 12, 15121 Prova': ['via giuseppe garibaldi 12', 'Giuseppe Garibaldi 12'],
  "Viale dell'Università 5, 15122 Prova": [
    "viale dell'università 5",
    'v.le dell universita 5',
    'vle dell’universita 5',
    'VIALE DELL`UNIVERSITA 5',
    'dell universita 5',
  ],
  'Corso Cento Cannoni 9, 15121 Prova': ['c.so cento cannoni 9', 'corso Cento Cannoni, 9', 'cso cento cannoni 9'],
  'Via 28 Marzo 1921 3, 15121 Prova': ['via 28 marzo 1921 3', 'via 28 marzo 1921, n. 3', '28 Marzo 1921 3'],
  'Via 28 Marzo 5, 15121 Prova': ['via 28 marzo 5', 'v. 28 marzo 5'],
  'Via Rossi 10, 15121 Prova': ['via rossi 10'],
  'Via Rosi 11, 15121 Prova': ['via rosi 11'],
  'Piazza della Libertà 1, 15121 Prova': ['piazza della liberta 1', "p.zza della liberta' 1", 'Piazza della Libertà, 1'],
  "Via Massimo d'Azeglio 2, 15121 Prova": ["via massimo d'azeglio 2", 'via massimo d azeglio 2'],
  'Strada Provinciale 30 12, 15121 Prova': ['strada provinciale 30 12', 'S.P. 30 12', 'str. prov. 30, 12'],
  'Via Torino 3, 15121 Prova': ['via torino 3'],
  'Via Vecchia Torino 3, 15121 Prova': ['via vecchia torino 3'],
  'Largo Gaetano Donizetti 7, 15121 Prova': ['l.go gaetano donizetti 7'],
  'Vicolo Stretto 2, 15121 Prova': ['v.lo stretto 2', 'vic. stretto 2'],
  'Piazzale Marconi 6, 15121 Prova': ['p.le marconi 6', 'piazzale marconi 6'],
  'Via Prova 4, 15100 Altrove': ['via prova 4', 'via prova 4 altrove'],
  'Via Niccolò Machiavelli 30, 15121 Prova': ["via niccolo' machiavelli 30", 'VIA NICCOLO MACHIAVELLI 30'],
  'Žemaičių gatvė 12, 44000 Kaunas': [
    'Žemaičių g. 12',
    'zemaiciu g. 12 kaunas',
    'zemaiciu gatve 12',
    'Kaunas, Žemaičių 12',
    'Žemaičių g. 12, LT-44000 Kaunas',
    'Zemaiciu g 12, Lietuva',
  ],
  'Žemaičių gatvė 12/A, 44000 Kaunas': ['Žemaičių g. 12A', 'zemaiciu 12a'],
  'Savanorių prospektas 5, 44000 Kaunas': ['Savanorių pr. 5', 'savanoriu prospektas 5', 'savanoriu pr 5 kaunas'],
  'Laisvės alėja 10, 44000 Kaunas': ['laisves al. 10', 'Laisvės alėja 10'],
  'Jono Basanavičiaus gatvė 7, 44000 Kaunas': ['jono basanaviciaus g. 7'],
  'Nepriklausomybės aikštė 1, 44000 Kaunas': ['nepriklausomybes a. 1', 'Nepriklausomybės aikštė 1'],
  'Gedimino prospektas 9, 01100 Vilnius': ['gedimino pr. 9', 'Vilnius Gedimino pr. 9', 'Gedimino pr. 9, LT-01100 Vilnius'],
  'Aušros Vartų gatvė 5, 01100 Vilnius': ['ausros vartu g. 5', 'Aušros Vartų g. 5'],
  'вулиця Київська 7-Б, 36000 Полтава': [
    'вул. Київська, 7-Б',
    'вул Київська 7б',
    'вулиця київська 7 б полтава',
    'м. Полтава, вул. Київська, буд. 7-Б',
    'Київська 7Б',
    '36000 Полтава вул. Київська 7-б',
  ],
  'вулиця Київська 7, 36000 Полтава': [
    'vul. Kyivska 7',
    'вул. Київська 7',
    'vulytsia kyivska 7 poltava',
    'Poltava, Kyivska 7',
    'вул. Київська буд 7 кв 12',
  ],
  'вулиця Івана Франка 15, 36000 Полтава': ['вул. Івана Франка 15', 'івана франка 15', 'vul. Ivana Franka 15'],
  "вулиця Зв'язку 2, 36000 Полтава": ["вул. Зв'язку 2", 'вул. Звʼязку 2', 'вул. Зв’язку, 2'],
  'проспект Миру 3, 36000 Полтава': ['просп. Миру 3', 'пр-т Миру 3', 'пр. Миру, 3', 'prosp. Myru 3'],
  'бульвар Котляревського 22/1, 36000 Полтава': ['бул. Котляревського 22/1', 'б-р Котляревського 22/1'],
  'провулок Шевченка 4, 36000 Полтава': ['пров. Шевченка 4', 'провулок шевченка 4'],
  'вулиця Шевченка 4, 36000 Полтава': ['вул. Шевченка 4', 'ул. Шевченка 4'],
  'площа Соборна 1-А, 36000 Полтава': ['пл. Соборна 1-А', 'пл Соборна 1а', 'площа соборна, 1 а'],
  'вулиця Згурська 11, 36000 Полтава': ['vul. Zghurska 11', 'вул. Згурська 11'],
}

/** The address is among the first three choices, and none is taken for it. */
const CHOICES: Record<string, readonly string[]> = {
  'Via Roma 20, 15121 Prova': [
    'via rma 20',
    'via romma 20',
    'via orma 20',
    'roma 20',
    'vai roma 20 prova',
    'via roma 20 xyz',
    'viale roma 20',
  ],
  'Via Roma 1, 15121 Prova': ['via roma 1'],
  'Via Roma 1, 15100 Altrove': ['via roma 1'],
  'Via Giuseppe Garibaldi 12, 15121 Prova': [
    'via garibaldi 12',
    'via g. garibaldi 12',
    'via gius. garibaldi 12',
    'via guis. garibaldi 12',
    'via garibbaldi 12',
    'via giuseppe gariboldi 12',
    'garibaldi giuseppe 12',
    'via garibaldi giuseppe 12 prova',
  ],
  'Via Pietro Giardini 5, 15121 Prova': ['via giardini 5', 'via p. giardini 5', 'giardini 5', 'via giardni 5', 'Giardini Pietro 5'],
  'Strada Formigina 8, 15121 Prova': ['via formigina 8', 'formiggina 8', 'via formigna 8 prova'],
  "Viale dell'Università 5, 15122 Prova": ['viale universita 5', 'via dell universita 5', 'viale delluniversita 5', 'v.le univesrità 5'],
  'Via XX Settembre 4, 15121 Prova': ['via venti settembre 4', 'via 20 settembre 4', 'via settembre 4'],
  'Corso Cento Cannoni 9, 15121 Prova': ['corso 100 cannoni 9', 'via cento cannoni 9', 'c.so cento canoni 9'],
  'Via Vittorio Emanuele II 21, 15121 Prova': ['via vittorio emanuele 2 21', 'via vittorio emanuele 21', 'via v. emanuele ii 21'],
  'Via Rossi 10, 15121 Prova': ['via rosi 10', 'via rssi 10'],
  'Via Rosi 11, 15121 Prova': ['via rossi 11'],
  'Via San Giovanni Bosco 6, 15121 Prova': [
    'via s. giovanni bosco 6',
    'via don bosco 6',
    'via giovanni bosco 6',
    'via san giovani bosco 6',
    'via s. g. bosco 6',
  ],
  "Via Massimo d'Azeglio 2, 15121 Prova": ['via d azeglio 2', 'via dazeglio 2', 'via m. d’azeglio 2', 'via massimo dazeglio 2'],
  'Via La Marmora 4, 15121 Prova': ['via lamarmora 4', 'lamarmora 4 prova'],
  'Largo Gaetano Donizetti 7, 15121 Prova': ['largo donizetti 7', 'lgo g. donizetti 7', 'largo donizzetti 7'],
  'Via Niccolò Machiavelli 30, 15121 Prova': ['via machiavelli 30', 'via n. machiaveli 30', 'via nicolo machiavelli 30'],
  'Piazza della Libertà 1, 15121 Prova': ['piazza liberta 1', 'piaza della liberta 1'],
  'Piazza Duomo 1, 15100 Altrove': ['piazza duomo 1 prova', 'p.zza del duomo 1'],
  'Via Giuseppe Verdi 8, 15100 Altrove': ['via verdi 8', 'verdi giuseppe 8 altrove', 'via g.verdi 8'],
  'Žemaičių gatvė 12, 44000 Kaunas': ['zemaciu g. 12', 'zemaiciu pr. 12', 'zemaicių g 12 vilnius', 'Žemaičių g. 12-3'],
  'Savanorių prospektas 5, 44000 Kaunas': ['savanoru pr. 5', 'savanoriu g. 5'],
  'Jono Basanavičiaus gatvė 7, 44000 Kaunas': ['basanaviciaus g. 7', 'J. Basanavičiaus g. 7', 'j basanaviciaus 7'],
  'Šv. Gertrūdos gatvė 3, 44000 Kaunas': ['gertrudos g. 3', 'sventos gertrudos 3'],
  'вулиця Київська 7, 36000 Полтава': ['Kievska 7', 'vul kijivska 7', 'вул. Київьска 7'],
  'вулиця Київська 7-Б, 36000 Полтава': ['vul. Kyivska 7b', 'вул. Київська 7-В'],
  'вулиця Івана Франка 15, 36000 Полтава': [
    'Франка І. 15',
    'вул. І. Франка 15',
    'вул. Франка 15',
    'Франка 15',
    'franka 15',
    'Іван Франка 15',
  ],
  "вулиця Зв'язку 2, 36000 Полтава": ['вул. Звязку 2', 'vul. Zviazku 2'],
  'бульвар Котляревського 22/1, 36000 Полтава': ['вул. Котляревского 22/1', 'kotliarevskoho 22/1 bulvar', 'bulvar kotlyarevskogo 22/1'],
  'вулиця Шевченка 4, 36000 Полтава': ['Шевченка 4', 'shevchenka 4', 'шевченко 4'],
  'провулок Шевченка 4, 36000 Полтава': ['Шевченка 4', 'prov. shevchenka 4 poltavva'],
  'вулиця Юрія Кондратюка 8, 36000 Полтава': ['кондратюка 8', 'yuria kondratiuka 8', 'вул Ю. Кондратюка 8', 'jurija kondratjuka 8'],
}

const asRows = (table: Record<string, readonly string[]>) =>
  Object.entries(table).flatMap(([label, texts]) => texts.map((text) => [text, label] as const))

describe('the search', () => {
  it('is tried with more than 150 texts', () => {
    expect(asRows(MATCHES).length + asRows(CHOICES).length).toBeGreaterThan(200)
  })

  it.each(asRows(MATCHES))('takes %j for %j', async (text, label) => {
    expect(await lookUpAddress(text)).toEqual({ status: 'match', address: { id: expect.any(Number), label, score: 1 } })
  })

  it.each(asRows(CHOICES))('offers for %j first of all %j, and does not take it', async (text, label) => {
    const { status, choices = [] } = await lookUpAddress(text)
    expect(status).toBe('choices')
    expect(choices.slice(0, 3).map((choice) => choice.label)).toContain(label)
  })

  it.each([
    '',
    ' ',
    'x',
    '12',
    'kaunas',
    '15121',
    'via',
    'Nirgendwostraße 5',
    'qwertz 12 kaunas',
    'вулиця',
    '%',
    "'; DROP TABLE address; --",
  ])('finds nothing for %j', async (text) => {
    expect(await lookUpAddress(text)).toEqual({ status: 'none' })
  })
})

describe('what is no clear answer', () => {
  it('is said to have no number, with the first numbers of the street', async () => {
    const { status, choices, reason } = await lookUpAddress('via roma, prova')
    expect({ status, reason }).toEqual({ status: 'choices', reason: 'number_missing' })
    expect(choices?.slice(0, 3).map(({ label }) => label)).toEqual([
      'Via Roma 1, 15121 Prova',
      'Via Roma 1/A, 15121 Prova',
      'Via Roma 2, 15121 Prova',
    ])
  })

  it.each([
    ['via roma 19 prova', 'Via Roma 20, 15121 Prova'],
    ['via roma 13 prova', 'Via Roma 12, 15121 Prova'],
    ['via roma 12/C prova', 'Via Roma 12, 15121 Prova'],
    ['Žemaičių g. 14', 'Žemaičių gatvė 12, 44000 Kaunas'],
    ['вул. Івана Франка 999', 'вулиця Івана Франка 15, 36000 Полтава'],
  ])('says that the street of %j has no such number, and shows the nearest', async (text, first) => {
    const { status, choices, reason } = await lookUpAddress(text)
    expect({ status, reason }).toEqual({ status: 'choices', reason: 'number_unknown' })
    expect(choices?.[0]?.label).toBe(first)
  })

  it('never falls to another town unsaid, and shows the nearest town first', async () => {
    const { status, choices, reason } = await lookUpAddress('via dei mille 2, prova')
    expect({ status, reason }).toEqual({ status: 'choices', reason: 'other_town' })
    expect(choices?.slice(0, 2).map(({ label }) => label)).toEqual(['Via dei Mille 2, 15130 Vicina', 'Via dei Mille 2, 15140 Lontana'])
  })

  it('ranks streets that are as likely by nearness to the town that was chosen', async () => {
    const firstNear = async (town: string) => (await lookUpAddress('via dei mille 2', { town })).choices?.[0]?.label
    expect(await firstNear('prova')).toBe('Via dei Mille 2, 15130 Vicina')
    expect(await firstNear('LONTANA')).toBe('Via dei Mille 2, 15140 Lontana')
    expect(await firstNear('Poltava')).toBe('Via dei Mille 2, 15140 Lontana')
    expect((await lookUpAddress('via dei mille 2', { town: 'no such town' })).choices).toHaveLength(2)
  })

  it.each([
    // Only Prova has this street, this number, or a street of this name.
    ['via rossi 10', 'Altrove', 'choices', 'other_town', 'Via Rossi 10, 15121 Prova'],
    ['via roma 20', 'Altrove', 'choices', 'number_unknown', 'Via Roma 3, 15100 Altrove'],
    ['via prova 4', 'Prova', 'choices', 'other_town', 'Via Prova 4, 15100 Altrove'],
    // Said in the text, or there indeed.
    ['via rossi 10, prova', 'Altrove', 'match', undefined, 'Via Rossi 10, 15121 Prova'],
    ['via rossi 10', 'Prova', 'match', undefined, 'Via Rossi 10, 15121 Prova'],
    ['via rossi 10', 'no such town', 'match', undefined, 'Via Rossi 10, 15121 Prova'],
  ])('%j, with %s chosen, is %s (%s)', async (text, town, status, reason, first) => {
    const found = await lookUpAddress(text, { town })
    expect([found.status, found.reason, (found.address ?? found.choices?.[0])?.label]).toEqual([status, reason, first])
  })

  it('shows only the town that is named', async () => {
    const { choices } = await lookUpAddress('via rma 1 altrove')
    expect(choices?.every(({ label }) => label.endsWith('Altrove'))).toBe(true)
  })

  it('is no match where the postcode is another one', async () => {
    expect((await lookUpAddress('via roma 20, 15100')).status).toBe('choices')
    expect((await lookUpAddress('via roma 20, 99999 prova')).status).toBe('choices')
  })
})

describe('an address as it stands', () => {
  async function allLabels() {
    return database().$queryRaw<Array<{ id: number; street: string; number: string; postcode: string; town: string }>>`
      SELECT a.id, s.label AS street, a.number || CASE WHEN a.suffix = '' THEN '' ELSE '/' || a.suffix END AS number, a.postcode, m.name AS town
      FROM address a JOIN street s ON s.id = a.street_id JOIN municipality m ON m.id = s.municipality_id ORDER BY a.id`
  }

  it('is its own match in any case, with any spaces, with and without accents, the town before or after', async () => {
    const addresses = await allLabels()
    expect(addresses.length).toBeGreaterThan(60)
    const asTyped = fc.record({
      address: fc.constantFrom(...addresses),
      isTownFirst: fc.boolean(),
      hasPostcode: fc.boolean(),
      spaces: fc.integer({ min: 1, max: 4 }),
      isBare: fc.boolean(),
      upper: fc.array(fc.boolean(), { minLength: 120, maxLength: 120 }),
    })
    await fc.assert(
      fc.asyncProperty(asTyped, async ({ address, isTownFirst, hasPostcode, spaces, isBare, upper }) => {
        const town = hasPostcode ? `${address.postcode} ${address.town}` : address.town
        const street = `${address.street} ${address.number}`
        const text = (isTownFirst ? `${town}, ${street}` : `${street}, ${town}`).replaceAll(' ', ' '.repeat(spaces))
        const bare = isBare
          ? text
              .normalize('NFD')
              .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
              .normalize('NFC')
          : text
        const typed = [...bare].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter.toLowerCase())).join('')
        expect(await lookUpAddress(typed), typed).toMatchObject({ status: 'match', address: { id: address.id } })
      }),
      { numRuns: 600, seed: 5 },
    )
  })
})

describe('hostile texts', () => {
  it.skipIf(!existsSync(NAUGHTY))('never throw and never match (skipped where ../shared/data is missing)', async () => {
    const texts = JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[]
    for (const text of [...texts, 'a'.repeat(100_000), '1 '.repeat(5_000), 'via roma '.repeat(40), '\u0000', '\ud800']) {
      expect((await lookUpAddress(text)).status, text.slice(0, 80)).not.toBe('match')
      expect(Array.isArray((await suggest(text, 8)).suggestions)).toBe(true)
    }
  })

  it('never throw, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), async (text) => {
        expect(['match', 'choices', 'none']).toContain((await lookUpAddress(text)).status)
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})

describe('suggestions', () => {
  const labelsOf = async (text: string) => (await suggest(text, 8)).suggestions.map(({ kind, label }) => `${kind} ${label}`)

  it('are streets first', async () => {
    expect((await labelsOf('garib')).slice(0, 2).sort()).toEqual(['street Piazza Garibaldi, Prova', 'street Via Giuseppe Garibaldi, Prova'])
    expect((await labelsOf('via giard'))[0]).toBe('street Via Pietro Giardini, Prova')
    expect((await labelsOf('київ'))[0]).toBe('street вулиця Київська, Полтава')
    expect((await labelsOf('zemai'))[0]).toBe('street Žemaičių gatvė, Kaunas')
  })

  it('are house numbers of a street that was chosen', async () => {
    const [street] = (await suggest('formig', 8)).suggestions
    expect(street).toMatchObject({ kind: 'street', text: 'Prova, Strada Formigina ' })
    expect(await labelsOf(street?.text ?? '')).toEqual([
      'address Strada Formigina 8, 15121 Prova',
      'address Strada Formigina 10, 15121 Prova',
    ])
  })

  it('follow a number that is being typed', async () => {
    expect((await labelsOf('prova, via roma 1'))[0]).toBe('address Via Roma 1, 15121 Prova')
    expect((await labelsOf('prova, via roma 12')).slice(0, 3)).toEqual([
      'address Via Roma 12, 15121 Prova',
      'address Via Roma 12/A, 15121 Prova',
      'address Via Roma 12 bis, 15121 Prova',
    ])
  })

  it('forgive a slip', async () => {
    expect((await labelsOf('garibladi'))[0]).toContain('Garibaldi')
  })
})
