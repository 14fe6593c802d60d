import { type StaffActor, SYSTEM } from '@/lib/auth/actor'
import { saveDraft } from '@/lib/works/drafts/save-draft'
import type { WorksDraftInput } from '@/lib/works/drafts/works-draft'
import { getWorksDetail } from '@/lib/works/get-works-detail'
import { addHousehold, createUtility, square } from './factories'
import { addMember } from './staff-members'

export const NOW = new Date('2026-11-20T09:00:00Z')
export const WINDOW = { start: '2026-12-01T09:00', end: '2026-12-01T12:30' }
export const LATER = new Date('2026-11-20T09:00:05Z')

/** A draft with all that works need. */
export function whole(overrides: Partial<WorksDraftInput> = {}): WorksDraftInput {
  return {
    service: 'water',
    title: 'New main',
    reason: 'The old one leaks',
    parts: [{ area: square(0, 0, 3), windows: [WINDOW] }],
    ...overrides,
  }
}

/** Saves a draft for the first time. */
export const start = (actor: StaffActor, draft: WorksDraftInput = whole()) =>
  saveDraft(actor, { reference: null, revision: null, draft }, NOW)

export const pointsOf = async (reference: string) => (await getWorksDetail(SYSTEM, reference, NOW)).affected.servicePoints

/** A town with two homes, and two who plan its works. */
export async function addPlanners() {
  await createUtility()
  await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
  await addHousehold({ x: 8, y: 8, street: 'Via Po', number: 1, channel: 'sms', value: '+393330000002', language: 'it' })
  return { marta: await addMember('Marta', 'operator'), olga: await addMember('Olga', 'operator') }
}
