import { describe, expect, it } from 'vitest'
import { countEdits } from './count-edits'
import { isExact, matchStreet } from './match-street'
import { readAddressWords } from './read-address-words'

function match(text: string, street: string, municipality = 'alessandria') {
  return matchStreet(readAddressWords(text), street, municipality)
}

describe('matchStreet', () => {
  it.each([
    ['Via Roma 12/A, 15121 Alessandria', 12, 'A', '15121'],
    ['alessandria via roma 12a', 12, 'A', null],
    ['15121 Alessandria, Via Roma, 12 a', 12, 'A', '15121'],
    ['via roma 12 bis', 12, 'bis', null],
    ['VIA ROMA 16/18', 16, '18', null],
    ['roma 12', 12, '', null],
    ['v. roma 12', 12, '', null],
  ])('accounts for every word of %j', (text, number, suffix, postcode) => {
    const found = match(text, 'via roma')
    expect(found && isExact(found)).toBe(true)
    expect(found).toMatchObject({ house: { number, suffix }, postcode })
  })

  it('keeps numbers that belong to the name', () => {
    expect(match('via 28 marzo 1921 3', 'via 28 marzo 1921')).toMatchObject({ house: { number: 3, suffix: '' }, leftover: 0 })
    expect(match('via 28 marzo 1921', 'via 28 marzo 1921')).toMatchObject({ house: null, leftover: 0 })
  })

  it('forgives a slip, but does not call it exact', () => {
    const found = match('via garibbaldi 3', 'via garibaldi')
    expect(found).toMatchObject({ edits: 1, house: { number: 3 } })
    expect(found && isExact(found)).toBe(false)
  })

  it('knows a street by the end of its name, but does not call it exact', () => {
    expect(match('piazza garibaldi 3', 'piazza giuseppe garibaldi')).toMatchObject({ isPartial: true, leftover: 0 })
  })

  it('counts words that mean nothing here', () => {
    expect(match('via roma 12 torino', 'via roma')).toMatchObject({ leftover: 1, namesMunicipality: false })
    expect(match('piazza roma 12', 'via roma')).toMatchObject({ leftover: 1 })
  })

  it('reads Ukrainian and Lithuanian addresses', () => {
    expect(match('вул. Київська, 7-Б, Полтава', 'вулиця київська', 'полтава')).toMatchObject({
      house: { number: 7, suffix: 'Б' },
      leftover: 0,
    })
    expect(match('Žemaičių g. 12, Kaunas', 'zemaiciu gatve', 'kaunas')).toMatchObject({ house: { number: 12 }, leftover: 0 })
  })

  it('finds nothing where the street is another', () => {
    expect(match('via milano 3', 'corso roma')).toBeNull()
  })
})

it('counts edits, an exchange of neighbours as one', () => {
  expect(countEdits('garibaldi', 'garibadli', 2)).toBe(1)
  expect(countEdits('roma', 'romana', 2)).toBe(2)
  expect(countEdits('roma', 'milano', 2)).toBe(3)
})
