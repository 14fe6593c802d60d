import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStreetList } from './read-street-list'
import type { NumberRange } from './street-list'
import { writeStreetList } from './write-street-list'

const NAMES = {
  it: [
    'via Roma',
    'viale Giovanni Milazzo',
    'piazza della Libertà',
    'via 4 Novembre',
    "via dell'Orto",
    'via XX Settembre',
    'via Pietro e Paolo',
  ],
  lt: ['Gedimino pr.', 'Kovo 11-osios g.', 'A. Mickevičiaus g.', 'Dariaus ir Girėno g.', 'Rotušės a.'],
  uk: ['вул. Франка І.', 'просп. Миру', "вул. П'ятницька", 'вул. 8 Березня', 'пл. Ринок', 'вул. Івано-Франківська'],
  en: ['High Street', 'Mill Lane', 'Station Road'],
}

const suffix = fc.option(fc.constantFrom('A', 'B', 'C', 'Б', 'Г', 'bis', '2'), { nil: undefined, freq: 3 })
const single = fc.tuple(fc.integer({ min: 1, max: 900 }), suffix).map(
  ([number, letter]): NumberRange => ({
    from: number,
    to: number,
    parity: null,
    ...(letter && { fromSuffix: letter, toSuffix: letter }),
  }),
)
const stretch = fc
  .tuple(
    fc.integer({ min: 1, max: 400 }),
    fc.integer({ min: 1, max: 400 }),
    fc.constantFrom(null, 'odd', 'even'),
    fc.constantFrom('both', 'from', 'to'),
  )
  .map(
    ([start, length, parity, ends]): NumberRange => ({
      from: ends === 'to' ? null : start,
      to: ends === 'from' ? null : start + length,
      parity: parity as NumberRange['parity'],
    }),
  )
const side = fc
  .constantFrom('odd', 'even')
  .map((parity): NumberRange => ({ from: null, to: null, parity: parity as NumberRange['parity'] }))
const ranges = fc.array(fc.oneof(single, stretch), { minLength: 1, maxLength: 6 })

describe('writeStreetList', () => {
  it.each(['it', 'lt', 'uk', 'en'] as const)('writes any selection in %s so that it is read back the same', (locale) => {
    const selection = fc.record({
      label: fc.constantFrom(...NAMES[locale]),
      ranges: fc.oneof(
        fc.constant(null),
        ranges,
        side.map((range) => [range]),
      ),
      excluded: fc.oneof({ weight: 3, arbitrary: fc.constant<NumberRange[]>([]) }, { weight: 1, arbitrary: ranges }),
    })
    fc.assert(
      fc.property(fc.array(selection, { minLength: 1, maxLength: 5 }), (selections) => {
        const read = readStreetList(writeStreetList(selections, locale))
        expect(read.map(({ readings: [reading] }) => reading)).toEqual(
          selections.map(({ label, ...numbers }) => ({ street: label.replace(/\.$/, ''), ...numbers })),
        )
      }),
      { numRuns: 300 },
    )
  })
})
