import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { attemptDraftSave } from '@/lib/works/drafts/attempt-draft-save'
import { getDraft } from '@/lib/works/drafts/get-draft'
import { saveDraft } from '@/lib/works/drafts/save-draft'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { addPlanners, LATER, NOW, start, WINDOW, whole } from './draft-lab'
import { square } from './factories'

let marta: StaffActor
let olga: StaffActor

beforeAll(async () => {
  ;({ marta, olga } = await addPlanners())
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
