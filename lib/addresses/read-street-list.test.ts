import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStreetList } from './read-street-list'
import type { NumberRange, ParsedPiece } from './street-list'

/**
 * What offices write, and how it is to be read: a street, its numbers ("*" is the whole street, "4-58e" the even ones, "12/A" exactly that suffix,
 * "57-" open), then "!" and what is taken out. Pieces are parted by " | "; "?reason" is a piece that cannot be read.
 */
const LIST_PHRASES: ReadonlyArray<readonly [text: string, reading: string]> = [
  // Italian
  ['via Cannizzaro 16, 22, 32, 90, 130 e 138', 'via Cannizzaro: 16 22 32 90 130 138'],
  ['via Formigina dal 4 al 58 pari', 'via Formigina: 4-58e'],
  ['viale Roma tutta', 'viale Roma: *'],
  ['via Roma dal civico 1 al civico 15 dispari', 'via Roma: 1-15o'],
  ['via Roma numeri pari', 'via Roma: -e'],
  ['via Roma dal n. 10 alla fine', 'via Roma: 10-'],
  ['via Roma fino al 20', 'via Roma: -20'],
  ['via Roma fino al civico n. 20/A', 'via Roma: -20/A'],
  ['via Roma lato pari', 'via Roma: -e'],
  ['via Roma, lato dispari', 'via Roma: -o'],
  ['via Roma 12/A', 'via Roma: 12/A'],
  ['via Roma 12a, 12 b e 12/C', 'via Roma: 12/A 12/B 12/C'],
  ['via Roma 12 bis, 14 ter', 'via Roma: 12/bis 14/ter'],
  ['via 28 marzo 1921 tutta', 'via 28 marzo 1921: *'],
  ['intera via Roma', 'via Roma: *'],
  ['tutta la via Roma', 'via Roma: *'],
  ['via Roma (intera via)', 'via Roma: *'],
  ['via Roma per intero', 'via Roma: *'],
  ['via Roma (tutti i civici)', 'via Roma: *'],
  ['via Verdi (escluso il 7)', 'via Verdi: * !7'],
  ['via Verdi tranne il 4 e il 6', 'via Verdi: * !4 6'],
  ['via Verdi dal 1 al 20, esclusi i numeri 7 e 9', 'via Verdi: 1-20 !7 9'],
  ['via Verdi ad eccezione dei civici dal 3 al 9', 'via Verdi: * !3-9'],
  ['via Verdi esclusi i pari', 'via Verdi: * !-e'],
  ['via Verdi (escluso il 7), 30-40', 'via Verdi: 30-40 !7'],
  ['via Roma 1, 3, via Verdi 2', 'via Roma: 1 3 | via Verdi: 2'],
  ['via Roma, via Verdi e piazza Dante', 'via Roma: * | via Verdi: * | piazza Dante: *'],
  ['via XX Settembre 4', 'via XX Settembre: 4'],
  ['via 4 Novembre 12', 'via 4 Novembre: 12'],
  ['Corso 100 Cannoni 20-30', 'Corso 100 Cannoni: 20-30'],
  ['via 1° Maggio 5, 7', 'via 1° Maggio: 5 7'],
  ['via Po 5, via 2 Giugno 3, 9', 'via Po: 5 | via 2 Giugno: 3 9'],
  ['via Po 5, 4 Novembre 12', 'via Po: 5 | 4 Novembre: 12'],
  ["via dell'Orto dall'1 all'11", "via dell'Orto: 1-11"],
  ["via Salvo D'Acquisto 5", "via Salvo D'Acquisto: 5"],
  ['via Leonardo da Vinci 12', 'via Leonardo da Vinci: 12'],
  ['via Fra Galgario 3', 'via Fra Galgario: 3'],
  ['via Tutti i Santi 4', 'via Tutti i Santi: 4'],
  ['via Santi Cosma e Damiano 4', 'via Santi Cosma e Damiano: 4'],
  ['via Pari 2', 'via Pari: 2'],
  ['v.le Roma 5, p.zza Verdi, c.so Italia 3', 'v.le Roma: 5 | p.zza Verdi: * | c.so Italia: 3'],
  ['via G. Garibaldi 5; via Garibaldi G. 7', 'via G. Garibaldi: 5 | via Garibaldi G: 7'],
  ['via Moreno-Rossi 5', 'via Moreno-Rossi: 5'],
  ['via Roma 12 a 20', 'via Roma: 12-20'],
  ['VIA ROMA 12 E 14', 'VIA ROMA: 12 14'],
  ['via Roma 12 E, 14', 'via Roma: 12/E 14'],
  ['via Roma da 1 a 20 e dal 30 al 40', 'via Roma: 1-20 30-40'],
  ['via Roma 10 in poi', 'via Roma: 10-'],
  ['via Roma dal 10 in avanti', 'via Roma: 10-'],
  ['via Roma dal 10', 'via Roma: 10-'],
  ["via Roma dall'inizio al 20", 'via Roma: -20'],
  ['via Roma 12–20', 'via Roma: 12-20'],
  ['via Roma 12 — 20', 'via Roma: 12-20'],
  ['via Roma 7/A-9/C', 'via Roma: 7/A-9/C'],
  ['via Roma 7/A-C', 'via Roma: 7/A-7/C'],
  ['via Roma nn. 4-58 (pari); nn. 5-21 (dispari)', 'via Roma: 4-58e 5-21o'],
  ['via Roma pari dal 4 al 58, dispari dal 5 al 21', 'via Roma: 4-58e 5-21o'],
  ['Corso Italia lato dispari dal 1 al 21 e lato pari dal 2 al 18', 'Corso Italia: 1-21o 2-18e'],
  ['Via Roma: numeri dispari da 1 a 9', 'Via Roma: 1-9o'],
  ['via Roma tutti i numeri pari', 'via Roma: -e'],
  ['via Roma pari e dispari', 'via Roma: -'],
  ['via Roma civici dal 2 al 40 compresi (pari)', 'via Roma: 2-40e'],
  ['via Roma n°5, n. 7, nº 9', 'via Roma: 5 7 9'],
  ['Via Roma 100,102,104', 'Via Roma: 100 102 104'],
  ['via Roma 3,5,7,via Po 1', 'via Roma: 3 5 7 | via Po: 1'],
  ['via Roma 5, 7 via Verdi 2', 'via Roma: 5 7 | via Verdi: 2'],
  ['via Roma 12 - via Verdi 3', 'via Roma: 12 | via Verdi: 3'],
  ['via Roma - 12', 'via Roma: 12'],
  ['«via Roma» 12; • via Po 3', 'via Roma: 12 | via Po: 3'],
  ['- via Roma 12\n- via Po 3\n\n- via Verdi', 'via Roma: 12 | via Po: 3 | via Verdi: *'],
  ['via Roma 1, 3\n5, 7', 'via Roma: 1 3 5 7'],
  ['nn. 5 e 7 di via Roma', 'via Roma: 5 7'],
  ['vie Roma, Verdi e Dante', 'via Roma: * | via Verdi: * | via Dante: *'],
  ['Galliera: via Roma 1-9, via Verdi', 'via Roma: 1-9 @Galliera | via Verdi: * @Galliera'],
  ['via Roma (Galliera) 5', 'via Roma: 5 @Galliera'],
  ['via Roma (ex via Littorio) 5', 'via Roma: 5'],
  ['Vie interessate: via Roma, via Po 3', 'via Roma: * | via Po: 3'],
  ['via Roma tratto da via Verdi a via Dante, via Po', '?street_stretch | via Po: *'],
  ['via Roma (tratto da via Verdi a via Dante) e via Po', '?street_stretch | via Po: *'],
  ['via Roma fra piazza Verdi e via Dante', '?street_stretch'],
  ['via Roma dal 58 al 4', '?street_range_backwards'],
  ['via Roma 12/C-12/A', '?street_range_backwards'],
  ['via Roma tutta, 5', '?street_whole_and_numbers'],
  ['via Roma 1-', '?street_numbers_unreadable'],
  ['5, 7', '?street_numbers_alone'],
  ['via Roma 12 scala B', 'via Roma 12 scala B: *'],
  ['via Roma snc', 'via Roma snc: *'],
  ['via Roma 100.000', 'via Roma 100.000: *'],
  // Lithuanian
  ['Gedimino pr. nuo Nr. 3 iki Nr. 13 neporiniai; 4–30 poriniai; 57 iki galo', 'Gedimino pr: 3-13o 4-30e 57-'],
  ['Vilniaus g. visa', 'Vilniaus g: *'],
  ['visa Vilniaus g.', 'Vilniaus g: *'],
  ['Vilniaus g. visi namai', 'Vilniaus g: *'],
  ['Kauno g. Nr. 5, 7, 9A', 'Kauno g: 5 7 9/A'],
  ['Kauno g. nuo Nr. 1 iki 15', 'Kauno g: 1-15'],
  ['Kauno g. iki Nr. 15', 'Kauno g: -15'],
  ['Kauno g. nuo pradžios iki 15', 'Kauno g: -15'],
  ['Kauno g. 10 ir toliau', 'Kauno g: 10-'],
  ['Kauno g. nuo 10 iki pabaigos', 'Kauno g: 10-'],
  ['Kovo 11-osios g. 5', 'Kovo 11-osios g: 5'],
  ['Dariaus ir Girėno g. 5, Vilniaus g. ir Kauno g. 7', 'Dariaus ir Girėno g: 5 | Vilniaus g: * | Kauno g: 7'],
  ['Vilniaus g. 5 Kauno g. 7', 'Vilniaus g: 5 | Kauno g: 7'],
  ['A. Mickevičiaus g. 5, Rotušės a. 3', 'A. Mickevičiaus g: 5 | Rotušės a: 3'],
  ['Savanorių pr. lyginiai numeriai nuo 2 iki 40', 'Savanorių pr: 2-40e'],
  ['Vilniaus gatvės namai Nr. 5, 7', 'Vilniaus gatvės: 5 7'],
  ['Vilniaus g. porinė pusė', 'Vilniaus g: -e'],
  ['Vilniaus g. 5–15 (neporiniai numeriai)', 'Vilniaus g: 5-15o'],
  ['Gedimino pr. (išskyrus Nr. 7)', 'Gedimino pr: * !7'],
  ['Kauno g. be Nr. 4 ir 6', 'Kauno g: * !4 6'],
  ['Gedimino pr. nuo Vilniaus g. iki Kauno g., Kauno g. 5', '?street_stretch | Kauno g: 5'],
  ['nuo Vilniaus g. iki Kauno g.', '?street_stretch'],
  ['Kaunas: Vilniaus g. 5', 'Vilniaus g: 5 @Kaunas'],
  // Ukrainian
  ['вул. Франка І. 12, 14-А, 16–30 парні', 'вул. Франка І: 12 14/А 16-30e'],
  ['вул. Шевченка вся', 'вул. Шевченка: *'],
  ['вся вулиця Шевченка', 'вулиця Шевченка: *'],
  ['вул. Шевченка непарні з 1 по 15', 'вул. Шевченка: 1-15o'],
  ['просп. Миру від 3 до 25', 'просп. Миру: 3-25'],
  ['вул. Київська, буд. 5, 7-Б', 'вул. Київська: 5 7/Б'],
  ['пл. Ринок повністю', 'пл. Ринок: *'],
  ['вул. Мазепи від 5 до кінця', 'вул. Мазепи: 5-'],
  ['вул. Мазепи з початку до 15', 'вул. Мазепи: -15'],
  ['вул. Мазепи до 25', 'вул. Мазепи: -25'],
  ['вул. 8 Березня 5', 'вул. 8 Березня: 5'],
  ['вул. Шевченка Т.Г. 5 Б, 7', 'вул. Шевченка Т.Г: 5/Б 7'],
  ['вул. Хмельницького Б. 5 б', 'вул. Хмельницького Б: 5/Б'],
  ['вул. Івано-Франківська 7-Б', 'вул. Івано-Франківська: 7/Б'],
  ["вул. П'ятницька 3", "вул. П'ятницька: 3"],
  ['вул. Київська від буд. 3 до буд. 25', 'вул. Київська: 3-25'],
  ['вул. Київська з 1 по 15 непарні та з 2 по 20 парні', 'вул. Київська: 1-15o 2-20e'],
  ['вул. Шевченка, парна сторона', 'вул. Шевченка: -e'],
  ['вул. Франка, 12–20 (парні), 7', 'вул. Франка: 12-20e 7'],
  ['вул. Шевченка (крім 5 і 7)', 'вул. Шевченка: * !5 7'],
  ['вул. Шевченка, за винятком буд. № 5', 'вул. Шевченка: * !5'],
  ['будинки № 1, 3, 5 по вул. Франка', 'вул. Франка: 1 3 5'],
  ['вул. Мазепи 12 а, 14 в', 'вул. Мазепи: 12/А 14/В'],
  ['просп. Свободи повністю, пл. Ринок 1-10; вул. Руська 3', 'просп. Свободи: * | пл. Ринок: 1-10 | вул. Руська: 3'],
  ['вул. Франка від вул. Шевченка до вул. Мазепи', '?street_stretch'],
  ['Полтава: вул. Шевченка 3', 'вул. Шевченка: 3 @Полтава'],
  // English
  ['High Street 3-9 odd', 'High Street: 3-9o'],
  ['12-20 High Street (even), 5 Mill Lane', 'High Street: 12-20e | Mill Lane: 5'],
  ['12, 14 and 16 High Street', 'High Street: 12 14 16'],
  ['all of High Street', 'High Street: *'],
  ['Park Lane from 10 onwards', 'Park Lane: 10-'],
  ['Station Road even side', 'Station Road: -e'],
  ['High Street (except 7 and 9)', 'High Street: * !7 9'],
  ['High Street odd numbers 1 to 21', 'High Street: 1-21o'],
  ['High Street up to no. 20', 'High Street: -20'],
  ['High Street from Mill Lane to Park Lane', '?street_stretch'],
]

function bound(number: number | null, suffix?: string): string {
  return `${number ?? ''}${suffix ? `/${suffix}` : ''}`
}

function show({ from, to, parity, fromSuffix, toSuffix }: NumberRange): string {
  const [first, last] = [bound(from, fromSuffix), bound(to, toSuffix)]
  return `${first === last && first !== '' ? first : `${first}-${last}`}${parity?.[0] ?? ''}`
}

function summarise({ readings: [reading], problem, place }: ParsedPiece): string {
  if (problem || !reading) return `?${problem?.reason}`
  const { street, ranges, excluded } = reading
  const out = excluded.length > 0 ? ` !${excluded.map(show).join(' ')}` : ''
  return `${street}: ${ranges?.map(show).join(' ') ?? '*'}${out}${place ? ` @${place}` : ''}`
}

describe('readStreetList', () => {
  it.each(LIST_PHRASES)('reads %j', (text, reading) => {
    expect(readStreetList(text).map(summarise).join(' | ')).toBe(reading)
  })

  it('knows at least 120 phrases', () => {
    expect(LIST_PHRASES.length).toBeGreaterThanOrEqual(120)
  })

  it('reads them all the same as one list, and says on which line each begins', () => {
    const alone = LIST_PHRASES.filter(([text]) => !/^\d|^nn|^Galliera|^Kaunas|^Полтава|^Vie |^- |\n|^via Roma 1, 3\n|^будинки/.test(text))
    const pieces = readStreetList(alone.map(([text]) => text).join('\n'))
    expect(pieces.map(summarise).join(' | ')).toBe(alone.map(([, reading]) => reading).join(' | '))
    const lines = alone.flatMap(([, reading], at) => reading.split(' | ').map(() => at + 1))
    expect(pieces.map(({ line }) => line)).toEqual(lines)
  })

  it('gives a number right behind a name a second reading, in which it is part of the name', () => {
    expect(readStreetList('via 28 marzo 1921 3')[0]?.readings).toEqual([
      {
        street: 'via 28 marzo',
        ranges: [
          { from: 1921, to: 1921, parity: null },
          { from: 3, to: 3, parity: null },
        ],
        excluded: [],
      },
      { street: 'via 28 marzo 1921', ranges: [{ from: 3, to: 3, parity: null }], excluded: [] },
    ])
  })

  it('says which piece of the text each came from', () => {
    const text = 'via Roma 1-9, via Verdi;\n  4, 6; piazza Dante (tutta)'
    expect(readStreetList(text).map(({ text: piece }) => piece)).toEqual(['via Roma 1-9', 'via Verdi;\n  4, 6', 'piazza Dante (tutta)'])
  })

  it('never throws, whatever the text is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => Array.isArray(readStreetList(text))))
    const words = [
      'via',
      'Roma',
      'dal',
      'al',
      '4',
      '12/A',
      'pari',
      'e',
      ',',
      ';',
      '(',
      ')',
      '-',
      'tranne',
      'tutta',
      'a',
      'і',
      'з',
      'nuo',
      'g.',
      ':',
      'fine',
      '\n',
      'all',
      'б',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (list) => Array.isArray(readStreetList(list.join(' ')))),
      { numRuns: 600 },
    )
  }, 60_000)

  it('reads a hundred thousand characters in little more than ten times the time of ten thousand', () => {
    const one = 'via Cannizzaro 16, 22, dal 32 al 90 pari, 130 e 138; '
    const timeOf = (count: number) => {
      const text = one.repeat(count)
      const start = performance.now()
      expect(readStreetList(text)).toHaveLength(count)
      return performance.now() - start
    }
    timeOf(180)
    const short = Math.max(1, timeOf(180))
    expect(timeOf(1800) / short).toBeLessThan(60)
  })
})
