import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { cancelWorks } from '@/lib/works/cancel-works'
import { findComingWorks } from '@/lib/works/coming/find-coming-works'
import { getComingViewOrNull } from '@/lib/works/coming/get-coming-view-or-null'
import { createWorks } from '@/lib/works/create-works'
import { extendWorks } from '@/lib/works/extend-works'
import { getAddressView } from '@/lib/works/get-address-view'
import { getHomeViewOrNull } from '@/lib/works/get-home-view-or-null'
import { getWorksViewOrNull } from '@/lib/works/get-works-view-or-null'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { restoreWorks } from '@/lib/works/restore-works'
import type { WorksInput } from '@/lib/works/works'
import { addHousehold, createUtility, square } from './factories'

const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga Secret', role: 'operator', source: '127.0.0.1' }
const NOW = new Date('2026-11-20T09:00:00Z')
const DAY = (day: number, time: string) => new Date(`2026-12-0${day}T${time}:00Z`)

async function publish(input: Partial<WorksInput> & Pick<WorksInput, 'parts'>, now = NOW): Promise<string> {
  const draft = { service: 'water', title: 'New main', internalNotes: 'Only for us', crew: 'Crew 7', ...input } as WorksInput
  const { reference } = await createWorks(OPERATOR, draft, now)
  await publishWorks(OPERATOR, { reference, shortNoticeReason: 'A reason of staff' }, now)
  return reference
}

const morning = (day: number) => [{ start: `2026-12-0${day}T09:00`, end: `2026-12-0${day}T12:00` }]

describe('what the public pages show', () => {
  let anna: number
  let bruno: number

  beforeAll(async () => {
    await createUtility()
    const home = { channel: 'sms', language: 'it' } as const
    anna = (await addHousehold({ ...home, x: 1, y: 1, street: 'Via Roma', number: 1, value: '+393330000001' })).addressId
    bruno = (await addHousehold({ ...home, x: 30, y: 30, street: 'Via Po', number: 2, value: '+393330000002' })).addressId
  })

  it('an address tells what was announced, moved, extended and ended, the latest first, and nothing of the staff', async () => {
    const reference = await publish({ parts: [{ area: square(0, 0, 3), windows: morning(1) }] })
    await rescheduleWorks(OPERATOR, { reference, windows: morning(2), shortNoticeReason: 'A reason of staff' }, DAY(1, '06:00'))
    await extendWorks(OPERATOR, { reference, until: '2026-12-02T14:00' }, DAY(2, '10:00'))
    await restoreWorks(OPERATOR, { reference }, DAY(2, '12:30'))
    const view = await getAddressView(String(anna), DAY(2, '12:31'))
    expect(view.outages).toMatchObject({ status: 'none_planned', outages: [] })
    expect(view.changes.map(({ kind, at, version }) => [kind, at, version])).toEqual([
      ['restored', '2026-12-02T12:30:00.000Z', 4],
      ['extended', '2026-12-02T10:00:00.000Z', 3],
      ['moved', '2026-12-01T06:00:00.000Z', 2],
      ['announced', '2026-11-20T09:00:00.000Z', 1],
    ])
    expect(view.changes.map(({ before, windows }) => [before[0]?.end, windows[0]?.end])).toEqual([
      ['2026-12-02T13:00:00.000Z', '2026-12-02T12:30:00.000Z'],
      ['2026-12-02T11:00:00.000Z', '2026-12-02T13:00:00.000Z'],
      ['2026-12-01T11:00:00.000Z', '2026-12-02T11:00:00.000Z'],
      [undefined, '2026-12-01T11:00:00.000Z'],
    ])
    expect(JSON.stringify(view)).not.toMatch(/Olga|operator@|Only for us|Crew 7|A reason of staff/)
    expect(JSON.stringify(await getWorksViewOrNull(reference, DAY(2, '12:31')))).not.toMatch(
      /Olga|operator@|Only for us|Crew 7|A reason of staff/,
    )
    expect((await getAddressView(String(bruno), DAY(2, '12:31'))).changes).toEqual([])
    const later = new Date(DAY(2, '12:31').getTime() + 31 * 86_400_000)
    expect((await getAddressView(String(anna), later)).changes).toEqual([])
  })

  it('an address hears only of the part that touches it', async () => {
    const reference = await publish({
      parts: [
        { area: square(0, 0, 3), windows: morning(4) },
        { area: square(29, 29, 3), windows: morning(5) },
      ],
    })
    const change = (await getAddressView(String(bruno), NOW)).changes.find((one) => one.reference === reference)
    expect(change?.windows).toEqual([{ start: '2026-12-05T08:00:00.000Z', end: '2026-12-05T11:00:00.000Z' }])
    const whole = await getWorksViewOrNull(reference, NOW)
    expect(whole?.changes[0]?.windows).toHaveLength(2)
    await cancelWorks(OPERATOR, { reference, reason: 'Frost' }, NOW)
    const view = await getAddressView(String(bruno), NOW)
    expect(view.changes.map(({ kind }) => kind)).toEqual(['cancelled', 'announced'])
    expect(view).toMatchObject({ outages: { status: 'none_planned', outages: [{ state: 'cancelled' }] }, works: [{ reference }] })
  })

  it('a move of a draft is nobody’s business', async () => {
    const { reference } = await createWorks(
      OPERATOR,
      { service: 'water', title: 'New main', parts: [{ area: square(0, 0, 3), windows: morning(6) }] },
      NOW,
    )
    await expect(getWorksViewOrNull(reference, NOW)).rejects.toMatchObject({ code: 'not_found' })
    await rescheduleWorks(OPERATOR, { reference, windows: morning(7) }, new Date(NOW.getTime() + 1_000))
    await publishWorks(OPERATOR, { reference, shortNoticeReason: 'A test' }, new Date(NOW.getTime() + 2_000))
    const view = await getWorksViewOrNull(reference, NOW)
    expect(view?.changes.map(({ kind, version }) => [kind, version])).toEqual([['announced', 2]])
  })

  it('the list filters by service and municipality, pages, and puts the next window first', async () => {
    const other = await database().municipality.create({ data: { country: 'IT', name: 'Altrove' } })
    await database().street.updateMany({ where: { label: 'Via Po' }, data: { municipalityId: other.id } })
    const power = await publish({ service: 'power', title: 'Cabin', parts: [{ area: square(29, 29, 3), windows: morning(3) }] }, NOW).catch(
      () => null,
    )
    expect(power).toBeNull() // Nobody there has electricity: works that hit nobody cannot be published.
    const here = await publish({ title: 'In Altrove', parts: [{ area: square(29, 29, 3), windows: morning(3) }] })
    const all = await findComingWorks({ page: 1 }, NOW)
    const starts = all.works.map(({ windows }) => windows.find(({ end }) => end > NOW.toISOString())?.start ?? '')
    expect(starts).toEqual(starts.toSorted())
    expect(all.total).toBe(all.works.length)
    const there = await findComingWorks({ municipality: 'Altrove', page: 1 }, NOW)
    expect(there.works.map(({ reference }) => reference)).toEqual([here])
    expect(await findComingWorks({ service: 'heat', page: 1 }, NOW)).toEqual({ works: [], total: 0 })
    expect(await findComingWorks({ municipality: "'; DROP TABLE works; --", page: 1 }, NOW)).toEqual({ works: [], total: 0 })
    expect((await findComingWorks({ page: 1 }, NOW, 1)).works).toHaveLength(1)
    expect(await findComingWorks({ page: 2 }, NOW)).toEqual({ works: [], total: 0 })
  })

  it('a municipality that nobody knows is no reason to say that nothing is planned', async () => {
    const view = await getComingViewOrNull({ municipality: 'Nowhere', page: 1 }, NOW)
    expect(view?.filter).toEqual({ page: 1 })
    expect(view?.total).toBe((await findComingWorks({ page: 1 }, NOW)).total)
    expect((await getComingViewOrNull({ municipality: 'Altrove', page: 1 }, NOW))?.filter.municipality).toBe('Altrove')
  })

  it('the home page offers the towns where there are several', async () => {
    const view = await getHomeViewOrNull({ text: '' }, NOW)
    expect(view?.towns).toEqual(['Altrove', 'Provaglio'])
    expect(view?.lookup).toBeNull()
    expect(view?.coming.total).toBeGreaterThan(0)
  })
})
