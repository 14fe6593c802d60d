import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { countAffected } from '@/lib/works/count-affected'
import { createWorks } from '@/lib/works/create-works'
import type { WorksSummary } from '@/lib/works/works'
import { addHousehold, createUtility, square } from './factories'

const NOW = new Date('2026-11-20T09:00:00Z')
const WINDOW = { start: '2026-12-01T09:00', end: '2026-12-01T12:30' }
const NAUGHTY = '../shared/data/schemas/naughty-strings.json'

function works(overrides: object = {}) {
  return { service: 'water', title: 'New main', parts: [{ area: square(0, 0, 3), windows: [WINDOW] }], ...overrides }
}

function withArea(area: unknown) {
  return works({ parts: [{ area, windows: [WINDOW] }] })
}

function polygon(...ring: Array<[number, number]>) {
  return { type: 'Polygon', coordinates: [ring] }
}

/** Whatever people write freely of works. */
const TEXTS = ['title', 'reason', 'advice', 'contact', 'crew', 'internalNotes'] as const

/** Makes works with those of the texts that are taken; the others are removed from `written`. Returns their reference. */
async function createTaken(written: Record<string, string>): Promise<string> {
  const created = await createWorks(SYSTEM, works(written), NOW).catch((error: unknown) => error)
  if (!(created instanceof Error)) return (created as WorksSummary).reference
  const field = created instanceof AppError && created.code === 'bad_input' ? created.detail.field : undefined
  if (field === undefined || !(field in written)) throw created
  delete written[field]
  return createTaken(written)
}

beforeAll(async () => {
  await createUtility()
  await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
})

describe('bad input for works', () => {
  it.each([
    [
      'an area that crosses itself',
      withArea(polygon([8.7, 45], [8.71, 45.01], [8.71, 45], [8.7, 45.01], [8.7, 45])),
      'area_crosses_itself',
      'parts.0.area',
    ],
    ['an area outside', withArea(polygon([2, 48], [2.1, 48], [2.1, 48.1], [2, 48])), 'area_outside', 'parts.0.area'],
    ['latitude before longitude', withArea(polygon([45, 8.7], [45.01, 8.7], [45.01, 8.71], [45, 8.7])), 'area_outside', 'parts.0.area'],
    ['an area without ground', withArea(polygon([8.7, 45], [8.71, 45], [8.7, 45], [8.7, 45])), 'area_crosses_itself', 'parts.0.area'],
    ['no area', withArea(null), 'selection_empty', 'parts.0.area'],
    ['no parts', works({ parts: [] }), 'field_missing', 'parts'],
    ['no windows', works({ parts: [{ area: square(0, 0, 1), windows: [] }] }), 'field_missing', 'parts.0.windows'],
    ['a service that is not offered', works({ service: 'gas' }), 'service_not_offered', 'service'],
    ['a service that is none', works({ service: 'internet' }), 'not_one_of', 'service'],
    ['a title of 10,000 characters', works({ title: 'x'.repeat(10_000) }), 'text_too_long', 'title'],
    ['an empty title', works({ title: '   ' }), 'text_too_short', 'title'],
    ['a title with a zero byte', works({ title: 'New\u0000main' }), 'text_unprintable', 'title'],
    ['no object', 'works', 'field_wrong', undefined],
  ])('refuses %s, and writes nothing', async (_what, input, reason, field) => {
    const before = await database().works.count()
    await expect(createWorks(SYSTEM, input, NOW)).rejects.toMatchObject({ code: 'bad_input', detail: { reason, ...(field && { field }) } })
    expect(await database().works.count()).toBe(before)
    expect(CATALOGUES.en.errors).toHaveProperty(reason)
  })

  it('says near which point an area crosses itself', async () => {
    const area = polygon([8.7, 45], [8.71, 45.01], [8.71, 45], [8.7, 45.01], [8.7, 45])
    await expect(countAffected(SYSTEM, { service: 'water', parts: [{ area }] })).rejects.toMatchObject({
      detail: { params: { place: '8.705 45.005' } },
    })
  })

  it('takes polygons that overlap each other as one area', async () => {
    const area = { type: 'GeometryCollection', geometries: [square(0, 0, 2), square(0.5, 0.5, 2)] }
    expect(await countAffected(SYSTEM, { service: 'water', parts: [{ area }] })).toEqual({
      servicePoints: 1,
      units: 1,
      accounts: 1,
      contacts: 1,
    })
  })

  it.skipIf(!existsSync(NAUGHTY))('keeps every hostile text that it takes exactly as it was written', async () => {
    const texts = JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[]
    let taken = 0
    for (let first = 0; first < texts.length; first += TEXTS.length) {
      const written = Object.fromEntries(
        TEXTS.flatMap((field, index) => texts.slice(first + index, first + index + 1).map((text) => [field, text])),
      )
      const reference = await createTaken(written)
      const stored = await database().works.findUniqueOrThrow({ where: { reference } })
      expect(stored).toMatchObject(Object.fromEntries(Object.entries(written).map(([field, text]) => [field, text.trim()])))
      taken += Object.keys(written).length
    }
    expect(taken).toBeGreaterThan(texts.length * 0.8)
  })
})
