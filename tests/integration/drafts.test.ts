import { beforeAll, describe, expect, it } from 'vitest'
import { type StaffActor, SYSTEM } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { createWorks } from '@/lib/works/create-works'
import { attemptDraftSave } from '@/lib/works/drafts/attempt-draft-save'
import { discardDraft } from '@/lib/works/drafts/discard-draft'
import { getDraft } from '@/lib/works/drafts/get-draft'
import { saveDraft } from '@/lib/works/drafts/save-draft'
import type { WorksDraftInput } from '@/lib/works/drafts/works-draft'
import { getWorksDetail } from '@/lib/works/get-works-detail'
import { listWorks } from '@/lib/works/list-works'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { addHousehold, createUtility, square } from './factories'
import { addMember } from './staff-members'

const NOW = new Date('2026-11-20T09:00:00Z')
const WINDOW = { start: '2026-12-01T09:00', end: '2026-12-01T12:30' }
const LATER = new Date('2026-11-20T09:00:05Z')

function whole(overrides: Partial<WorksDraftInput> = {}): WorksDraftInput {
  return {
    service: 'water',
    title: 'New main',
    reason: 'The old one leaks',
    parts: [{ area: square(0, 0, 3), windows: [WINDOW] }],
    ...overrides,
  }
}

const start = (actor: StaffActor, draft: WorksDraftInput = whole()) => saveDraft(actor, { reference: null, revision: null, draft }, NOW)

const pointsOf = async (reference: string) => (await getWorksDetail(SYSTEM, reference, NOW)).affected.servicePoints

let marta: StaffActor
let olga: StaffActor

beforeAll(async () => {
  await createUtility()
  await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
  await addHousehold({ x: 8, y: 8, street: 'Via Po', number: 1, channel: 'sms', value: '+393330000002', language: 'it' })
  marta = await addMember('Marta', 'operator')
  olga = await addMember('Olga', 'operator')
})

describe('a draft that saves itself', () => {
  it('is kept from the first word on, and says what is still missing', async () => {
    const first = await start(marta, { service: 'water', title: 'N' })
    expect(first).toMatchObject({ revision: 1, problem: { field: 'title', reason: 'text_too_short' } })
    const second = await saveDraft(
      marta,
      { reference: first.reference, revision: 1, draft: { service: 'water', title: 'New main' } },
      LATER,
    )
    expect(second).toMatchObject({ reference: first.reference, revision: 2, problem: { field: 'parts', reason: 'field_missing' } })
    const opened = await getDraft(olga, first.reference, LATER)
    expect(opened).toMatchObject({
      revision: 2,
      state: 'draft',
      changedBy: 'Marta',
      changedAt: LATER.toISOString(),
      draft: { title: 'New main', parts: [] },
    })
  })

  it('stands in the list while it has neither a title nor a time', async () => {
    const { reference } = await start(marta, { service: 'heat', title: '' })
    const { works } = await listWorks(marta, { text: reference })
    const row = works.find((found) => found.reference === reference)
    expect(row).toMatchObject({ title: '', state: 'draft', firstStart: null, lastEnd: null, servicePoints: 0 })
    expect(await getWorksDetail(marta, reference, NOW)).toMatchObject({
      state: 'draft',
      legal: null,
      affected: { servicePoints: 0 },
      parts: [],
    })
  })

  it('is counted as soon as it is complete, and no more when it is not', async () => {
    const { reference, revision, problem } = await start(marta)
    expect(problem).toBeNull()
    expect(await pointsOf(reference)).toBe(1)
    const both = { area: square(0, 0, 10), windows: [WINDOW] }
    await saveDraft(marta, { reference, revision, draft: whole({ parts: [both] }) }, LATER)
    expect(await pointsOf(reference)).toBe(2)
    const half = { ...both, windows: [{ start: WINDOW.start, end: '' }] }
    const { problem: gap } = await saveDraft(marta, { reference, revision: revision + 1, draft: whole({ parts: [half] }) }, LATER)
    expect(gap).toMatchObject({ field: 'parts.0.windows.0.end', reason: 'time_not_understood' })
    expect(await pointsOf(reference)).toBe(0)
    expect((await getDraft(marta, reference, LATER)).draft.parts[0]?.windows).toEqual(half.windows)
  })

  it('gives every word back that was typed, also where it makes no sense yet', async () => {
    const typed: WorksDraftInput = {
      service: 'power',
      title: ' New ',
      workType: 'tree_cutting',
      reason: 'two\nlines',
      advice: 'Fill a bucket',
      contact: 'Rossi, 0131 1',
      crew: 'Squadra 3',
      internalNotes: 'key at the bar',
      supplyPlaces: [{ kind: 'tanker', label: '', note: 'from 8', at: [8.7, 45] }],
      parts: [
        { area: null, streets: 'via Nowhere 1', links: ['L1'], windows: [{ start: 'tomorrow', end: '' }] },
        { places: [1], exceptStreets: 'via Po', add: ['P-1'], remove: ['P-2'], windows: [] },
      ],
    }
    const { reference } = await start(marta, typed)
    const { draft } = await getDraft(marta, reference, NOW)
    expect(draft).toMatchObject(typed)
  })

  it('takes a type of work that there is not, and says so', async () => {
    const { reference, problem } = await start(marta, whole({ workType: 'dance' }))
    expect(problem).toMatchObject({ reason: 'not_one_of', field: 'workType' })
    expect((await getDraft(marta, reference, NOW)).draft.workType).toBe('dance')
  })

  it('refuses a text that no database can keep, and leaves what was saved', async () => {
    const { reference, revision } = await start(marta)
    const broken = { reference, revision, draft: whole({ internalNotes: 'a\u0000b' }) }
    await expect(saveDraft(marta, broken, LATER)).rejects.toMatchObject({
      code: 'bad_input',
      detail: { reason: 'text_unprintable', field: 'draft.internalNotes' },
    })
    expect((await getDraft(marta, reference, LATER)).revision).toBe(revision)
  })

  it('notes one edit of somebody in a row in the audit trail, however often it is saved', async () => {
    const { reference } = await start(marta)
    let revision = 1
    const type = async (actor: StaffActor, title: string) => {
      revision = (await saveDraft(actor, { reference, revision, draft: whole({ title }) }, LATER)).revision
    }
    for (const title of ['New main 1', 'New main 2', 'New main 3']) await type(olga, title)
    for (const title of ['New main 4', 'New main 5']) await type(marta, title)
    const { history } = await getWorksDetail(marta, reference, LATER)
    expect(history.map(({ actor, action }) => `${actor} ${action}`)).toEqual(['Marta works.create', 'Olga works.edit', 'Marta works.edit'])
    expect(revision).toBe(6)
  })

  it('does not count a save that changes nothing', async () => {
    const { reference, revision } = await start(marta)
    expect(await saveDraft(marta, { reference, revision, draft: whole() }, LATER)).toMatchObject({ revision })
  })
})

describe('a save whose answer was lost', () => {
  const key = '0b5f6d0c-3f4e-4a57-9d53-5f0c6d1c2a11'

  it('may be sent again: the first makes one works, the next one revision', async () => {
    const first = { reference: null, revision: null, draft: whole({ key }) }
    const [once, twice] = await Promise.all([saveDraft(marta, first, NOW), saveDraft(marta, first, NOW)])
    expect(twice).toEqual(once)
    expect(await saveDraft(marta, first, LATER)).toEqual(once)
    const next = { reference: once.reference, revision: once.revision, draft: whole({ key, title: 'Newer' }) }
    expect(await saveDraft(marta, next, LATER)).toMatchObject({ revision: 2 })
    expect(await saveDraft(marta, next, LATER)).toMatchObject({ revision: 2 })
    expect(await database().works.count({ where: { title: 'Newer' } })).toBe(1)
  })

  it('counts as overtaken when somebody saved since, or it says something else', async () => {
    const { reference } = await start(marta)
    await saveDraft(marta, { reference, revision: 1, draft: whole({ title: 'Two' }) }, LATER)
    const other = { reference, revision: 1, draft: whole({ title: 'Not two' }) }
    expect(await attemptDraftSave(marta, other, LATER)).toMatchObject({ outcome: 'overtaken' })
    await saveDraft(olga, { reference, revision: 2, draft: whole({ title: 'Three' }) }, LATER)
    expect(await attemptDraftSave(marta, { ...other, draft: whole({ title: 'Two' }) }, LATER)).toMatchObject({
      outcome: 'overtaken',
      by: 'Olga',
    })
  })
})

describe('two people editing one draft', () => {
  it('tells the second who changed it and when, and overwrites nothing', async () => {
    const { reference, revision } = await start(marta)
    await saveDraft(olga, { reference, revision, draft: whole({ title: 'Olga was here' }) }, LATER)
    const late = { reference, revision, draft: whole({ title: 'Marta was here' }) }
    await expect(saveDraft(marta, late, LATER)).rejects.toMatchObject({
      code: 'conflict',
      detail: { reason: 'works_changed_by_other', params: { name: 'Olga', at: LATER.toISOString() } },
    })
    expect(await attemptDraftSave(marta, late, LATER)).toEqual({ outcome: 'overtaken', by: 'Olga', at: LATER.toISOString() })
    expect((await getDraft(marta, reference, LATER)).draft.title).toBe('Olga was here')
  })

  it('lets exactly one of many simultaneous saves through', async () => {
    const { reference, revision } = await start(marta)
    const titles = Array.from({ length: 8 }, (_, index) => `Main ${index}`)
    const saves = await Promise.all(
      titles.map((title, index) => attemptDraftSave(index % 2 ? marta : olga, { reference, revision, draft: whole({ title }) }, LATER)),
    )
    expect(saves.filter(({ outcome }) => outcome === 'saved')).toHaveLength(1)
    expect(saves.filter(({ outcome }) => outcome === 'overtaken')).toHaveLength(7)
    const winner = titles[saves.findIndex(({ outcome }) => outcome === 'saved')]
    expect(await getDraft(marta, reference, LATER)).toMatchObject({ revision: revision + 1, draft: { title: winner } })
    expect(await database().worksPart.count({ where: { works: { reference } } })).toBe(1)
  })

  it('tells somebody apart from their own other window', async () => {
    const { reference, revision } = await start(marta)
    await saveDraft(marta, { reference, revision, draft: whole({ title: 'Other tab' }) }, LATER)
    expect(await attemptDraftSave(marta, { reference, revision, draft: whole() }, LATER)).toMatchObject({ outcome: 'overtaken', by: '' })
  })

  it('also tells whoever types while a draft is moved', async () => {
    const { reference, revision } = await start(marta)
    await rescheduleWorks(olga, { reference, windows: [{ start: '2026-12-02T09:00', end: '2026-12-02T10:00' }] }, LATER)
    expect(await attemptDraftSave(marta, { reference, revision, draft: whole() }, LATER)).toMatchObject({
      outcome: 'overtaken',
      by: 'Olga',
    })
  })

  it('refuses to publish what somebody changed a second ago', async () => {
    const { reference, revision } = await start(marta)
    await saveDraft(olga, { reference, revision, draft: whole({ parts: [{ area: square(0, 0, 10), windows: [WINDOW] }] }) }, LATER)
    await expect(publishWorks(marta, { reference, revision }, LATER)).rejects.toMatchObject({
      detail: { reason: 'works_changed_by_other' },
    })
    expect(await database().works.findUniqueOrThrow({ where: { reference } })).toMatchObject({ state: 'draft', publishedAt: null })
    expect(await database().affectedPoint.count({ where: { part: { works: { reference } } } })).toBe(0)
  })

  it('lets either the save or the publication win when both come at once, never half of each', async () => {
    const { reference, revision } = await start(marta)
    const [saved, published] = await Promise.allSettled([
      attemptDraftSave(olga, { reference, revision, draft: whole({ title: 'In the last second' }) }, LATER),
      publishWorks(marta, { reference, revision }, LATER),
    ])
    const row = await database().works.findUniqueOrThrow({ where: { reference } })
    const wasSaved = saved.status === 'fulfilled' && saved.value.outcome === 'saved'
    expect(wasSaved).toBe(published.status === 'rejected')
    expect(row).toMatchObject(wasSaved ? { title: 'In the last second', state: 'draft' } : { title: 'New main', state: 'published' })
  })

  it('answers that works are closed once they are published', async () => {
    const { reference, revision } = await start(marta)
    await publishWorks(marta, { reference, revision }, LATER)
    expect(await attemptDraftSave(olga, { reference, revision, draft: whole() }, LATER)).toMatchObject({
      outcome: 'closed',
      reason: 'works_already_published',
    })
    expect((await getDraft(olga, reference, LATER)).state).toBe('published')
  })
})

describe('publishing a draft', () => {
  it('understands it anew: a street, link or place that is gone meanwhile stops it, with nothing half done', async () => {
    const { reference, problem } = await start(marta, whole({ parts: [{ links: ['L-gone'], windows: [WINDOW] }] }))
    expect(problem).not.toBeNull()
    await expect(publishWorks(marta, { reference }, LATER)).rejects.toMatchObject({ code: 'bad_input' })
    expect(await database().works.findUniqueOrThrow({ where: { reference } })).toMatchObject({ state: 'draft' })
  })

  it('counts whoever moved in since', async () => {
    const { reference, revision } = await start(marta, whole({ parts: [{ area: square(20, 20, 3), windows: [WINDOW] }] }))
    await addHousehold({ x: 21, y: 21, street: 'Via Nuova', number: 1, channel: 'sms', value: '+393330000003', language: 'it' })
    expect(await publishWorks(marta, { reference, revision }, LATER)).toMatchObject({ affected: { servicePoints: 1 } })
  })

  it('refuses windows that have begun since they were typed', async () => {
    const { reference } = await start(marta)
    await expect(publishWorks(marta, { reference }, new Date('2026-12-01T09:00:00Z'))).rejects.toMatchObject({
      detail: { reason: 'window_in_past' },
    })
  })

  it('publishes what was moved, not what was first typed', async () => {
    const { reference } = await start(marta)
    await rescheduleWorks(olga, { reference, windows: [{ start: '2026-12-03T09:00', end: '2026-12-03T10:00' }] }, LATER)
    await publishWorks(marta, { reference }, LATER)
    const { parts } = await getWorksDetail(marta, reference, LATER)
    expect(parts.flatMap(({ windows }) => windows)).toEqual([{ start: '2026-12-03T08:00:00.000Z', end: '2026-12-03T09:00:00.000Z' }])
  })

  it('keeps different windows of different parts apart', async () => {
    const night = { start: '2026-12-01T22:00', end: '2026-12-02T05:00' }
    const parts = [
      { area: square(0, 0, 3), windows: [WINDOW] },
      { area: square(7, 7, 3), windows: [night] },
    ]
    const { reference } = await start(marta, whole({ parts }))
    await publishWorks(marta, { reference }, LATER)
    const detail = await getWorksDetail(marta, reference, LATER)
    expect(detail.parts.map(({ windows }) => windows.map((window) => window.start))).toEqual([
      ['2026-12-01T08:00:00.000Z'],
      ['2026-12-01T21:00:00.000Z'],
    ])
    expect(detail.affected.servicePoints).toBe(2)
  })
})

describe('drafts and orders of a work-management system', () => {
  it('make one works of an order that is sent several times at once', async () => {
    const order = { ...whole(), externalReference: 'WO-77' }
    const sent = await Promise.allSettled(Array.from({ length: 4 }, () => createWorks(SYSTEM, order, NOW)))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = sent.filter((answer) => answer.status === 'rejected')
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ code: 'conflict', detail: { reason: 'works_exist_already', field: 'externalReference' } })
    }
  })

  it('are refused the number of another order, in words', async () => {
    await createWorks(SYSTEM, { ...whole(), externalReference: 'WO-78' }, NOW)
    await expect(start(marta, whole({ externalReference: 'WO-78' }))).rejects.toMatchObject({ detail: { reason: 'works_exist_already' } })
  })
})

describe('discarding a draft', () => {
  it('takes everything of it away, and leaves the trail', async () => {
    const { reference, revision } = await start(marta, whole({ supplyPlaces: [{ kind: 'tap', label: 'Piazza', at: [8.7, 45] }] }))
    await rescheduleWorks(marta, { reference, windows: [{ start: '2026-12-02T09:00', end: '2026-12-02T10:00' }] }, LATER)
    await discardDraft(marta, { reference, revision: revision + 1 }, LATER)
    await expect(getDraft(marta, reference, LATER)).rejects.toMatchObject({ code: 'not_found' })
    expect(await attemptDraftSave(olga, { reference, revision, draft: whole() }, LATER)).toMatchObject({
      outcome: 'closed',
      reason: 'works_not_found',
    })
    const trail = await database().auditEntry.findMany({ where: { subject: `works:${reference}` }, select: { action: true } })
    expect(trail.map(({ action }) => action)).toContain('works.discard')
  })

  it('refuses what somebody else changed meanwhile, and what is published', async () => {
    const { reference, revision } = await start(marta)
    await saveDraft(olga, { reference, revision, draft: whole({ title: 'Still needed' }) }, LATER)
    await expect(discardDraft(marta, { reference, revision }, LATER)).rejects.toMatchObject({
      detail: { reason: 'works_changed_by_other' },
    })
    await publishWorks(olga, { reference }, LATER)
    await expect(discardDraft(marta, { reference }, LATER)).rejects.toMatchObject({ detail: { reason: 'works_already_published' } })
  })
})

describe('works that were planned before drafts were kept as typed', () => {
  it('open with what is known of them, and can be gone on with', async () => {
    const { reference } = await createWorks(
      SYSTEM,
      { ...whole(), contact: 'Rossi', supplyPlaces: [{ kind: 'tap', label: 'Piazza', at: [8.7, 45] }] },
      NOW,
    )
    await database().$executeRaw`UPDATE works SET draft = NULL, changed_by = NULL, changed_at = NULL WHERE reference = ${reference}`
    await database()
      .$executeRaw`UPDATE works_part SET selection = '{}' WHERE works_id = (SELECT id FROM works WHERE reference = ${reference})`
    const opened = await getDraft(marta, reference, NOW)
    expect(opened).toMatchObject({ problem: null, draft: { title: 'New main', contact: 'Rossi', supplyPlaces: [{ label: 'Piazza' }] } })
    expect(opened.draft.parts[0]?.windows).toEqual([{ start: '2026-12-01T08:00:00.000Z', end: '2026-12-01T11:30:00.000Z' }])
    await saveDraft(marta, { reference, revision: opened.revision, draft: { ...opened.draft, title: 'Newer main' } }, LATER)
    expect(await publishWorks(marta, { reference }, LATER)).toMatchObject({ affected: { servicePoints: 1 } })
  })
})

describe('who may not plan', () => {
  it('neither saves, opens nor discards', async () => {
    const { reference } = await start(marta)
    const ilaria = await addMember('Ilaria', 'call_centre')
    const forbidden = { code: 'forbidden' }
    await expect(start(ilaria)).rejects.toMatchObject(forbidden)
    await expect(getDraft(ilaria, reference, NOW)).rejects.toMatchObject(forbidden)
    await expect(discardDraft(ilaria, { reference }, NOW)).rejects.toMatchObject(forbidden)
    await expect(start({ kind: 'public', source: 'x' } as never)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})
