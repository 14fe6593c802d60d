import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, StaffActor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { decideWorks } from '@/lib/works/approval/decide-works'
import { findApprovals } from '@/lib/works/approval/find-approvals'
import { submitWorks } from '@/lib/works/approval/submit-works'
import { withdrawWorks } from '@/lib/works/approval/withdraw-works'
import { discardDraft } from '@/lib/works/drafts/discard-draft'
import { saveDraft } from '@/lib/works/drafts/save-draft'
import type { WorksDraftInput } from '@/lib/works/drafts/works-draft'
import { getWorksDetail } from '@/lib/works/get-works-detail'
import { markPhoned } from '@/lib/works/priority/mark-phoned'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { addHousehold, createUtility, square } from './factories'
import { addMember } from './staff-members'

const NOW = new Date('2026-11-20T09:00:00Z')
const WINDOW = { start: '2026-12-01T09:00', end: '2026-12-01T12:30' }
const DRAFT: WorksDraftInput = { service: 'water', title: 'New main', parts: [{ area: square(0, 0, 3), windows: [WINDOW] }] }
const CLI: Actor = { kind: 'cli', name: 'test', source: 'cli' }

let marta: StaffActor
let olga: StaffActor
let paolo: StaffActor
let davide: StaffActor
let ilaria: StaffActor

const plan = async (actor: StaffActor = marta, draft = DRAFT) =>
  (await saveDraft(actor, { reference: null, revision: null, draft }, NOW)).reference

async function submitted(): Promise<string> {
  const reference = await plan()
  await submitWorks(marta, { reference, revision: 1 }, NOW)
  return reference
}

async function change(actor: StaffActor, reference: string, title: string): Promise<void> {
  const { revision } = await database().works.findUniqueOrThrow({ where: { reference } })
  await saveDraft(actor, { reference, revision, draft: { ...DRAFT, title } }, NOW)
}

const stateOf = async (reference: string) => (await database().works.findUniqueOrThrow({ where: { reference } })).state
const approve = (actor: Actor, reference: string, revision?: number) =>
  decideWorks(actor, { reference, decision: 'approved', ...(revision !== undefined && { revision }) }, NOW)
const reason = (name: string) => ({ detail: { reason: name } })

async function setLimit(approvalUnits: number | null): Promise<void> {
  await database().utility.update({ where: { id: 1 }, data: { approvalUnits } })
}

beforeAll(async () => {
  await createUtility()
  await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
  marta = await addMember('Marta', 'operator')
  olga = await addMember('Olga', 'operator')
  paolo = await addMember('Paolo', 'approver')
  davide = await addMember('Davide', 'admin')
  ilaria = await addMember('Ilaria', 'call_centre')
})

beforeEach(() => setLimit(1))

describe('works of many dwellings', () => {
  it('are published only after a second person approved them', async () => {
    const reference = await plan()
    await expect(publishWorks(marta, { reference }, NOW)).rejects.toMatchObject({
      code: 'conflict',
      detail: { reason: 'works_need_approval', params: { units: 1, limit: 1 } },
    })
    expect(await submitWorks(marta, { reference }, NOW)).toMatchObject({ state: 'in_approval' })
    await expect(publishWorks(marta, { reference }, NOW)).rejects.toMatchObject(reason('works_in_approval'))
    expect(await approve(paolo, reference, 1)).toMatchObject({ state: 'in_approval' })
    expect(await publishWorks(marta, { reference, revision: 1 }, NOW)).toMatchObject({ state: 'published' })
    const { history } = await getWorksDetail(marta, reference, NOW)
    expect(history.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'Marta works.create',
      'Marta works.submit',
      'Paolo works.approve',
      'Marta works.publish',
    ])
  })

  it('are published at once below the limit, without one, and by the command line', async () => {
    await setLimit(2)
    expect(await publishWorks(marta, { reference: await plan() }, NOW)).toMatchObject({ state: 'published' })
    await setLimit(null)
    expect(await publishWorks(marta, { reference: await plan() }, NOW)).toMatchObject({ state: 'published' })
    await setLimit(1)
    expect(await publishWorks(CLI, { reference: await plan() }, NOW)).toMatchObject({ state: 'published' })
  })

  it('are counted as the addresses are now, and not as they were when the draft was saved', async () => {
    await setLimit(2)
    const reference = await plan(marta, { ...DRAFT, parts: [{ area: square(30, 30, 3), windows: [WINDOW] }] })
    for (const number of [1, 2]) {
      const value = `+39333100000${number}`
      await addHousehold({ x: 31, y: 31, street: 'Via Nuova', number, channel: 'sms', value, language: 'it' })
    }
    await expect(publishWorks(marta, { reference }, NOW)).rejects.toMatchObject(reason('works_need_approval'))
  })

  it('go back to a second person where they hit far more than was approved', async () => {
    const reference = await plan(marta, { ...DRAFT, parts: [{ area: square(40, 40, 3), windows: [WINDOW] }] })
    await addHousehold({ x: 41, y: 41, street: 'Via Alta', number: 1, channel: 'sms', value: '+393332000001', language: 'it' })
    await submitWorks(marta, { reference }, NOW)
    await approve(paolo, reference)
    await addHousehold({ x: 41, y: 41, street: 'Via Alta', number: 2, channel: 'sms', value: '+393332000002', language: 'it' })
    await expect(publishWorks(marta, { reference }, NOW)).rejects.toMatchObject({
      detail: { reason: 'works_grew_since_approval', params: { approved: 1, units: 2 } },
    })
    expect(await stateOf(reference)).toBe('in_approval')
  })
})

describe('the second person', () => {
  it('is nobody who planned the works', async () => {
    const reference = await plan(paolo)
    await submitWorks(marta, { reference }, NOW)
    await expect(approve(paolo, reference)).rejects.toMatchObject({ code: 'forbidden', ...reason('own_works') })
    expect(await approve(davide, reference)).toMatchObject({ state: 'in_approval' })
  })

  it('is nobody who changed them, even if others changed them since', async () => {
    const reference = await plan()
    await change(paolo, reference, 'Paolo was here')
    await change(olga, reference, 'Olga too')
    await change(marta, reference, 'And Marta again')
    await submitWorks(marta, { reference }, NOW)
    await expect(approve(paolo, reference)).rejects.toMatchObject(reason('own_works'))
  })

  it('is nobody who moved or submitted them', async () => {
    const moved = await plan()
    await rescheduleWorks(paolo, { reference: moved, windows: [{ start: '2026-12-02T09:00', end: '2026-12-02T10:00' }] }, NOW)
    await submitWorks(marta, { reference: moved }, NOW)
    await expect(approve(paolo, moved)).rejects.toMatchObject(reason('own_works'))
    const sent = await plan()
    await submitWorks(paolo, { reference: sent }, NOW)
    await expect(approve(paolo, sent)).rejects.toMatchObject(reason('own_works'))
    await expect(decideWorks(paolo, { reference: sent, decision: 'returned', reason: 'Not like this' }, NOW)).rejects.toMatchObject(
      reason('own_works'),
    )
  })

  it('has the role for it', async () => {
    const reference = await submitted()
    for (const actor of [olga, ilaria, CLI]) await expect(approve(actor, reference)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(approve({ kind: 'public', source: 'x' }, reference)).rejects.toMatchObject({ code: 'unauthenticated' })
    for (const actor of [ilaria]) {
      await expect(submitWorks(actor, { reference }, NOW)).rejects.toMatchObject({ code: 'forbidden' })
      await expect(withdrawWorks(actor, { reference }, NOW)).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  it('is one person: of several who decide at once, the first counts and the others are told', async () => {
    const reference = await submitted()
    const answers = await Promise.allSettled([
      approve(paolo, reference),
      decideWorks(davide, { reference, decision: 'returned', reason: 'The other street first' }, NOW),
      approve(davide, reference),
      approve(paolo, reference),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.detail.reason] : []))
    expect(refused.every((one) => one === 'works_decided_already' || one === 'works_not_submitted')).toBe(true)
    expect(await database().approval.count({ where: { works: { reference } } })).toBe(1)
    const { id, state, revision } = await database().works.findUniqueOrThrow({ where: { reference } })
    const [approval] = await findApprovals(database(), { id, revision })
    expect(state).toBe(approval?.decision === 'approved' ? 'in_approval' : 'draft')
  })

  it('decides on what they saw', async () => {
    const reference = await submitted()
    await withdrawWorks(marta, { reference }, NOW)
    await submitWorks(marta, { reference }, NOW)
    await expect(approve(paolo, reference, 1)).rejects.toMatchObject({ code: 'conflict', detail: { field: 'revision' } })
    expect(await approve(paolo, reference, 2)).toMatchObject({ state: 'in_approval' })
  })

  it('gives a reason for returning works, and needs none for approving them', async () => {
    const reference = await submitted()
    await expect(decideWorks(paolo, { reference, decision: 'returned' }, NOW)).rejects.toMatchObject(reason('return_needs_reason'))
    await expect(decideWorks(paolo, { reference, decision: 'returned', reason: '  ' }, NOW)).rejects.toMatchObject({ code: 'bad_input' })
    expect(await stateOf(reference)).toBe('in_approval')
    expect(await decideWorks(paolo, { reference, decision: 'returned', reason: 'Market day' }, NOW)).toMatchObject({ state: 'draft' })
    const { id, revision } = await database().works.findUniqueOrThrow({ where: { reference } })
    expect(await findApprovals(database(), { id, revision })).toMatchObject([
      { requestedBy: 'Marta', decidedBy: 'Paolo', decision: 'returned', reason: 'Market day', isCurrent: true },
    ])
    await change(marta, reference, 'On another day')
    await submitWorks(marta, { reference }, NOW)
    await approve(paolo, reference)
    expect(await publishWorks(marta, { reference }, NOW)).toMatchObject({ state: 'published' })
  })
})

describe('works in approval', () => {
  it('cannot be changed, moved, discarded or submitted again until they are taken back', async () => {
    const reference = await submitted()
    const held = { code: 'conflict', ...reason('works_in_approval') }
    await expect(change(marta, reference, 'Quickly')).rejects.toMatchObject(held)
    await expect(rescheduleWorks(marta, { reference, windows: [WINDOW] }, NOW)).rejects.toMatchObject(held)
    await expect(discardDraft(marta, { reference }, NOW)).rejects.toMatchObject(held)
    await expect(submitWorks(marta, { reference }, NOW)).rejects.toMatchObject(held)
  })

  it('lose their approval when they are taken back and edited, and even when only taken back', async () => {
    const reference = await submitted()
    await approve(paolo, reference)
    await withdrawWorks(olga, { reference }, NOW)
    await expect(publishWorks(marta, { reference }, NOW)).rejects.toMatchObject(reason('works_need_approval'))
    await submitWorks(marta, { reference }, NOW)
    await expect(publishWorks(marta, { reference }, NOW)).rejects.toMatchObject(reason('works_in_approval'))
    const { id, revision } = await database().works.findUniqueOrThrow({ where: { reference } })
    expect((await findApprovals(database(), { id, revision })).map(({ decision, isCurrent }) => [decision, isCurrent])).toEqual([
      [null, true],
      ['approved', false],
    ])
  })

  it('are submitted once, also when two submit them at once', async () => {
    const reference = await plan()
    const answers = await Promise.allSettled([marta, olga, marta].map((actor) => submitWorks(actor, { reference }, NOW)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().approval.count({ where: { works: { reference } } })).toBe(1)
  })

  it('are either approved or taken back when both come at once', async () => {
    const reference = await submitted()
    await Promise.allSettled([approve(paolo, reference), withdrawWorks(marta, { reference }, NOW)])
    expect(await stateOf(reference)).toBe('draft')
    await expect(publishWorks(marta, { reference }, NOW)).rejects.toMatchObject(reason('works_need_approval'))
  })

  it('are not submitted while something is missing, nor after they are published', async () => {
    const half = await plan(marta, { ...DRAFT, parts: [] })
    await expect(submitWorks(marta, { reference: half }, NOW)).rejects.toMatchObject({ code: 'bad_input' })
    const reference = await submitted()
    await approve(paolo, reference)
    await publishWorks(marta, { reference }, NOW)
    await expect(submitWorks(marta, { reference }, NOW)).rejects.toMatchObject(reason('works_already_published'))
    await expect(withdrawWorks(marta, { reference }, NOW)).rejects.toMatchObject(reason('works_already_published'))
    await expect(approve(davide, reference)).rejects.toMatchObject(reason('works_already_published'))
  })

  it('are published once, also when two publish them at once', async () => {
    const reference = await submitted()
    await approve(paolo, reference)
    const answers = await Promise.allSettled([marta, olga, paolo].map((actor) => publishWorks(actor, { reference }, NOW)))
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const notices = await database().notice.findMany({ where: { works: { reference } }, select: { kind: true } })
    expect(new Set(notices.map(({ kind }) => kind)).size).toBe(notices.length)
  })
})

describe('priority customers', () => {
  it('are phoned, each, before staff publish', async () => {
    await setLimit(null)
    await addHousehold({ x: 25, y: 25, street: 'Via Ospedale', number: 1, channel: 'sms', value: '+393334000001', language: 'it' })
    const point = await database().servicePoint.findFirstOrThrow({ orderBy: { id: 'desc' } })
    await database().servicePoint.update({ where: { id: point.id }, data: { priority: 'hospital' } })
    const reference = await plan(marta, { ...DRAFT, parts: [{ area: square(24, 24, 3), windows: [WINDOW] }] })
    await expect(publishWorks(marta, { reference }, NOW)).rejects.toMatchObject({
      detail: { reason: 'priority_not_phoned', params: { count: 1 } },
    })
    await expect(markPhoned(marta, { reference, code: 'P-nobody', phoned: true }, NOW)).rejects.toMatchObject(
      reason('not_a_priority_point'),
    )
    await Promise.all([marta, olga].map((actor) => markPhoned(actor, { reference, code: point.code, phoned: true }, NOW)))
    await markPhoned(marta, { reference, code: point.code, phoned: false }, NOW)
    await expect(publishWorks(marta, { reference }, NOW)).rejects.toMatchObject(reason('priority_not_phoned'))
    await markPhoned(olga, { reference, code: point.code, phoned: true }, NOW)
    expect(await publishWorks(marta, { reference }, NOW)).toMatchObject({ state: 'published' })
  })
})
