import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { createWorks } from '@/lib/works/create-works'
import { saveDraft } from '@/lib/works/drafts/save-draft'
import { findCalendar, readMonth } from '@/lib/works/find-calendar'
import { listWorks } from '@/lib/works/list-works'
import { writeWorksCsv } from '@/lib/works/write-works-csv'
import { createUtility, square } from './factories'

const NOW = new Date('2026-11-24T09:00:00Z')

async function draft(title: string, windows: Array<[string, string]>, more: object = {}): Promise<string> {
  const parts = [{ area: square(0, 0, 1), windows: windows.map(([start, end]) => ({ start, end })) }]
  return (await createWorks(SYSTEM, { service: 'water', title, parts, ...more }, NOW)).reference
}

let [early, nights, order, untimed] = ['', '', '', '']

beforeAll(async () => {
  await createUtility()
  early = await draft('=Posa di tubi', [['2026-12-01T23:30', '2026-12-02T00:00']])
  nights = await draft('Notti in via Roma', [
    ['2026-12-07T22:00', '2026-12-08T05:00'],
    ['2026-12-31T22:00', '2027-01-01T05:00'],
  ])
  order = await draft('Cavi', [['2026-12-20T09:00', '2026-12-20T12:00']], { service: 'power', externalReference: 'ODL-77' })
  untimed = (await saveDraft(SYSTEM, { reference: null, revision: null, draft: { service: 'heat', title: 'Senza orario' } }, NOW)).reference
})

const referencesOf = async (filter: object, page = {}) => (await listWorks(SYSTEM, filter, page)).works.map(({ reference }) => reference)

it('lists drafts without a time first, then those that begin last', async () => {
  expect(await referencesOf({})).toEqual([untimed, order, nights, early])
  expect((await listWorks(SYSTEM)).works[0]).toMatchObject({ firstStart: null, lastEnd: null, servicePoints: 0 })
})

it('finds works by their text, their order, their service and the days that a window touches on the utility’s clocks', async () => {
  expect(await referencesOf({ text: 'via roma' })).toEqual([nights])
  expect(await referencesOf({ text: 'ODL-7' })).toEqual([order])
  expect(await referencesOf({ text: '%' })).toEqual([])
  expect(await referencesOf({ service: 'power' })).toEqual([order])
  // The window ends as the 2nd begins: it does not touch it.
  expect(await referencesOf({ from: '2026-12-02', to: '2026-12-06' })).toEqual([])
  expect(await referencesOf({ to: '2026-12-01' })).toEqual([early])
  expect(await referencesOf({ from: '2027-01-01' })).toEqual([nights])
})

it('counts all that fit, page by page', async () => {
  const page = await listWorks(SYSTEM, {}, { offset: 1, limit: 2 })
  expect(page.total).toBe(4)
  expect(page.works.map(({ reference }) => reference)).toEqual([order, nights])
})

it('writes what fits as CSV that no spreadsheet takes for a formula', async () => {
  let text = ''
  for await (const lines of writeWorksCsv(SYSTEM, { service: 'water' }, 'Europe/Rome')) text += lines
  expect(text.split('\r\n')).toEqual([
    '\uFEFFreference,service,title,state,version,first_start,last_end,service_points',
    `${nights},water,Notti in via Roma,draft,1,2026-12-07T22:00:00+01:00,2027-01-01T05:00:00+01:00,0`,
    `${early},water,'=Posa di tubi,draft,1,2026-12-01T23:30:00+01:00,2026-12-02T00:00:00+01:00,0`,
    '',
  ])
})

it('puts each window on each day that it touches, in weeks from Monday, and names the holidays', async () => {
  const weeks = await findCalendar(SYSTEM, Temporal.PlainYearMonth.from('2026-12'))
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7])
  expect([weeks[0]?.[0]?.day, weeks.at(-1)?.at(-1)?.day]).toEqual(['2026-11-30', '2027-01-03'])
  const used = weeks.flat().flatMap(({ day, entries }) => entries.map(({ reference, isContinued }) => [day, reference, isContinued]))
  expect(used).toEqual([
    ['2026-12-01', early, false],
    ['2026-12-07', nights, false],
    ['2026-12-08', nights, true],
    ['2026-12-20', order, false],
    ['2026-12-31', nights, false],
    ['2027-01-01', nights, true],
  ])
  const holidays = weeks.flat().flatMap(({ day, holiday }) => (holiday === null ? [] : [day]))
  expect(holidays).toEqual(['2026-12-08', '2026-12-25', '2026-12-26', '2027-01-01'])
})

it('shows the month of today where an address names none', () => {
  expect(readMonth('2026-13', new Date('2026-11-30T23:30:00Z'), 'Europe/Rome').toString()).toBe('2026-12')
  expect(readMonth('2024-02', NOW, 'Europe/Rome').toString()).toBe('2024-02')
})

it('refuses the public', async () => {
  const nobody = { kind: 'public', source: '127.0.0.1' } as const
  await expect(listWorks(nobody)).rejects.toMatchObject({ code: 'unauthenticated' })
  expect(() => writeWorksCsv(nobody, {}, 'Europe/Rome')).toThrow('unauthenticated')
  await expect(findCalendar(nobody, Temporal.PlainYearMonth.from('2026-12'))).rejects.toMatchObject({ code: 'unauthenticated' })
})
