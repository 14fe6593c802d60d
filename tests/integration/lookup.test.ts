import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { importAddresses } from '@/lib/addresses/import-addresses'
import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { getAddress } from '@/lib/addresses/queries'
import { suggestAddresses } from '@/lib/addresses/suggest-addresses'
import { createUtility } from './factories'
import { CLI, fileOf, NOW } from './import-files'

const NAUGHTY = path.resolve('..', 'shared', 'data', 'schemas', 'naughty-strings.json')

const ADDRESSES = [
  'municipality,postcode,street_type,street,number',
  ...['1', '1/A', '2', '12', '12/A', '12 bis', '20'].map((number) => `Prova,15121,Via,Roma,${number}`),
  ...['1', '3'].map((number) => `Altrove,15100,Via,Roma,${number}`),
  ...['1', '5', '50'].map((number) => `Prova,15122,Viale,dell'Università,${number}`),
  'Prova,15121,Piazza,Giuseppe Garibaldi,3',
  'Prova,15121,Via,28 Marzo 1921,3',
  'Полтава,36000,вулиця,Київська,7-Б',
  'Kaunas,44000,,Žemaičių gatvė,12',
]

beforeAll(async () => {
  await createUtility()
  const file = fileOf(
    ADDRESSES.map((line, index) => `${line},${index === 0 ? 'lat,lon' : `45.0${String(index).padStart(2, '0')},8.70${index % 10}`}`),
  )
  await importAddresses(CLI, { file }, NOW)
})

describe('lookup', () => {
  it.each([
    ['Via Roma 12/A, Prova', 'Via Roma 12/A, 15121 Prova'],
    ['prova via roma 12a', 'Via Roma 12/A, 15121 Prova'],
    ['15121 via roma 12 bis', 'Via Roma 12 bis, 15121 Prova'],
    ['roma 20', 'Via Roma 20, 15121 Prova'],
    ['V. Roma, 3 - Altrove', 'Via Roma 3, 15100 Altrove'],
    ['v.le dell universita 5', "Viale dell'Università 5, 15122 Prova"],
    ['VIALE DELL’UNIVERSITÀ 50', "Viale dell'Università 50, 15122 Prova"],
    ['via 28 marzo 1921 3', 'Via 28 Marzo 1921 3, 15121 Prova'],
    ['вул. Київська 7б', 'вулиця Київська 7-Б, 36000 Полтава'],
    ['Zemaiciu g. 12', 'Žemaičių gatvė 12, 44000 Kaunas'],
  ])('understands %j', async (text, label) => {
    expect(await lookUpAddress(text)).toEqual({ status: 'match', address: { id: expect.any(Number), label, score: 1 } })
  })

  it('gives the addresses of both towns to choose from, and only the one that is named', async () => {
    const both = await lookUpAddress('via roma 1')
    expect(both.choices?.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Via Roma 1, 15121 Prova', 'Via Roma 1, 15100 Altrove']),
    )
    const named = await lookUpAddress('via roma 2 altrove')
    expect(named.status).toBe('choices')
    expect(named.choices?.every(({ label }) => label.endsWith('Altrove'))).toBe(true)
  })

  it('gives the nearest numbers of the street for one that it does not have', async () => {
    const { status, choices } = await lookUpAddress('via roma 19, prova')
    expect(status).toBe('choices')
    expect(choices?.[0]?.label).toBe('Via Roma 20, 15121 Prova')
  })

  it.each(['via rma 20', 'via romma 20', 'piazza garibaldi 3', 'viale universita 5'])(
    'gives choices for %j, and never takes the nearest for it',
    async (text) => {
      const { status, choices } = await lookUpAddress(text)
      expect(status).toBe('choices')
      expect(choices?.length).toBeGreaterThan(0)
    },
  )

  it.each([
    '',
    ' ',
    'x',
    '12',
    'Nirgendwostraße 5',
    '%',
    "'; DROP TABLE address; --",
    'via roma 1 '.repeat(1000).slice(0, 10_000).replaceAll('roma', 'zzzz'),
  ])('finds none for %j', async (text) => {
    expect(await lookUpAddress(text)).toEqual({ status: 'none' })
  })

  it.skipIf(!existsSync(NAUGHTY))('takes every hostile text without an error', async () => {
    const texts = JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[]
    const found = await Promise.all([...texts, 'a'.repeat(10_000), '1 '.repeat(5_000)].map((text) => lookUpAddress(text)))
    expect(found.filter(({ status }) => status === 'match')).toEqual([])
  })
})

describe('suggestions', () => {
  it('follow what is being typed', async () => {
    const labels = async (text: string) => (await suggestAddresses(text, 5)).map(({ label }) => label)
    expect(await labels('v')).toEqual([])
    expect((await labels('univ'))[0]).toBe("Viale dell'Università 1, 15122 Prova")
    expect((await labels('via roma 2'))[0]).toBe('Via Roma 2, 15121 Prova')
    expect((await labels('viale dell universita 5')).slice(0, 2)).toEqual([
      "Viale dell'Università 5, 15122 Prova",
      "Viale dell'Università 50, 15122 Prova",
    ])
    expect(await suggestAddresses('via roma', 3)).toHaveLength(3)
  })
})

it('says where an address is, and that an unknown one is not found', async () => {
  const { address } = await lookUpAddress('via roma 20')
  expect(await getAddress(address?.id ?? 0)).toMatchObject({ label: 'Via Roma 20, 15121 Prova', number: 20, point: [8.707, 45.007] })
  await expect(getAddress(2_000_000_000)).rejects.toMatchObject({ code: 'not_found' })
})
