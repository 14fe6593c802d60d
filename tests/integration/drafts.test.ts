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
import { addPlanners, LATER, NOW, pointsOf, start, WINDOW, whole } from './draft-lab'
import { addHousehold, square } from './factories'
import { addMember } from './staff-members'

let marta: StaffActor
let olga: StaffActor

beforeAll(async () => {
  ;({ marta, olga } = await addPlanners())
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
