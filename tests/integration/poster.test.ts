import { beforeAll, expect, it } from 'vitest'
import { renderPosterPdf } from '@/components/poster/render-poster-pdf'
import { SYSTEM } from '@/lib/auth/actor'
import { getUtility } from '@/lib/utility/queries'
import { createWorks } from '@/lib/works/create-works'
import { getPoster } from '@/lib/works/poster/get-poster'
import { readPosterOptions } from '@/lib/works/poster/poster'
import { publishWorks } from '@/lib/works/publish-works'
import { readPdf } from '../read-pdf'
import { addHousehold, createUtility, square } from './factories'

const NOW = new Date('2026-11-24T09:00:00Z')
let reference = ''

beforeAll(async () => {
  await createUtility()
  for (const number of [2, 10]) {
    await addHousehold({ x: 0.5, y: 0.5, street: 'Via Roma', number, channel: 'sms', value: `+39347000000${number % 10}`, language: 'it' })
  }
  const input = {
    service: 'water',
    title: 'Interno: condotta DN200',
    workType: 'replacement',
    reason: 'Rottura vicina',
    advice: 'Riempite una bottiglia',
    contact: 'geom. Rossi 0131 1234',
    supplyPlaces: [{ kind: 'tanker', label: 'Piazza Dante', at: [8.7005, 45.0005] }],
    parts: [{ area: square(0, 0, 1), windows: [{ start: '2026-12-02T08:30', end: '2026-12-02T14:00' }] }],
  }
  reference = (await createWorks(SYSTEM, input, NOW)).reference
})

async function print(query: string): Promise<string[]> {
  const utility = await getUtility()
  const options = readPosterOptions(new URLSearchParams(query), utility.defaultLanguage)
  const poster = await getPoster(SYSTEM, reference, options.per)
  return readPdf(await renderPosterPdf(poster, utility, options, 'https://preavviso.example'))
}

it('says on one sheet what is cut where and when, why, what to do and where water is, and nothing that is for staff', async () => {
  const [sheet = '', ...more] = await print('')
  expect(more).toEqual([])
  for (const words of [
    'Acque di Prova',
    'Interruzione dell’acqua',
    'Via Roma',
    'mercoledì 2 dicembre 2026',
    '08:30–14:00',
    'Rottura vicina',
  ]) {
    expect(sheet).toContain(words)
  }
  for (const words of [
    'Sostituzione di vecchie condotte',
    'Riempite',
    'Piazza Dante',
    'geom. Rossi',
    'preavviso.example/it/works/W-2026',
  ]) {
    expect(sheet.replace(/\s+/g, ' ')).toContain(words)
  }
  expect(sheet).not.toContain('DN200')
  expect(sheet).toContain('Bozza')
})

it('prints one sheet for each building in the order of house numbers, in two languages with their own letters', async () => {
  await publishWorks(SYSTEM, { reference }, NOW)
  const sheets = await print('language=uk&language=lt&per=building')
  expect(sheets.map((sheet) => /Via Roma \d+/.exec(sheet)?.[0])).toEqual(['Via Roma 2', 'Via Roma 10'])
  expect(sheets[0]).toContain('не буде води')
  expect(sheets[0]).toContain('nebus vandens')
  expect(sheets[0]).toContain('gruodžio 2')
  expect(sheets[0]).not.toContain('Juodraštis')
})

it('takes at most two languages, and only known ones', () => {
  const query = new URLSearchParams('language=xx&language=en&language=en&language=lt&language=uk')
  expect(readPosterOptions(query, 'it').languages).toEqual(['en', 'lt'])
  expect(readPosterOptions(new URLSearchParams('language=uk&second=it'), 'it').languages).toEqual(['uk', 'it'])
  expect(readPosterOptions(new URLSearchParams('language=uk&second='), 'it').languages).toEqual(['uk'])
  expect(readPosterOptions(new URLSearchParams('per=street'), 'it')).toEqual({ languages: ['it'], per: 'works' })
})

it('is for staff', async () => {
  await expect(getPoster({ kind: 'public', source: '127.0.0.1' }, reference, 'works')).rejects.toMatchObject({ code: 'unauthenticated' })
})
