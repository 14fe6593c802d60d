import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { getStatusView } from '@/lib/notices/get-status-view'
import { findHandoffDays } from '@/lib/notices/handoff-queries'
import { runDueWork } from '@/lib/notices/run-due-work'
import { createWorks } from '@/lib/works/create-works'
import { publishWorks } from '@/lib/works/publish-works'
import { addHousehold, createUtility, square } from './factories'

const OPERATOR: Actor = { kind: 'staff', id: 1, email: 'operator@example.org', name: 'Olga', role: 'operator', source: '127.0.0.1' }
const NOW = new Date('2026-11-20T09:00:00Z')
const ROME = 'Europe/Rome'

/** A finished notice that was due at `dueAt`. */
async function addDone(worksId: number, dueAt: string, handedOver: number, handedOverInTime: number): Promise<void> {
  const due = new Date(dueAt)
  await database().notice.create({
    data: {
      worksId,
      version: 1,
      kind: 'advance',
      dueAt: due,
      notAfter: due,
      state: 'done',
      audience: handedOver,
      handedOver,
      handedOverInTime,
    },
  })
}

describe('how promptly messages go', () => {
  let worksId = 0

  beforeAll(async () => {
    await createUtility()
    await addHousehold({ x: 1, y: 1, street: 'Via Roma', number: 1, channel: 'sms', value: '+393330000001', language: 'it' })
    const parts = [{ area: square(0, 0, 3), windows: [{ start: '2026-12-01T09:00', end: '2026-12-01T12:30' }] }]
    const { reference } = await createWorks(OPERATOR, { service: 'water', title: 'Works', parts }, NOW)
    await publishWorks(OPERATOR, { reference }, NOW)
    worksId = (await database().works.findUniqueOrThrow({ where: { reference } })).id
  })

  it('has no day before anything was due', async () => {
    expect(await findHandoffDays(database(), ROME, NOW)).toEqual([])
  })

  it('is asked of the ledger once for many who look, and tells nothing of works or people', async () => {
    const [first, second] = await Promise.all([getStatusView(NOW), getStatusView(NOW)])
    expect(first).toBe(second)
    expect(first).toEqual({ isRunning: true, days: [], asOf: NOW.toISOString() })
  })

  it('counts what the ledger itself handed over', async () => {
    await runDueWork(new Date('2026-11-26T09:00:00Z'))
    expect(await findHandoffDays(database(), ROME, new Date('2026-11-26T10:00:00Z'))).toEqual([
      { day: '2026-11-26', handedOver: 2, inTime: 2 },
    ])
  })

  it('adds up by the days of the utility, newest first, for 30 days', async () => {
    await addDone(worksId, '2026-10-01T08:00:00Z', 100, 100)
    await addDone(worksId, '2026-11-18T22:59:00Z', 10, 9)
    await addDone(worksId, '2026-11-18T23:01:00Z', 10, 10)
    await addDone(worksId, '2026-11-19T10:00:00Z', 1000, 990)
    await addDone(worksId, '2026-11-19T12:00:00Z', 0, 0)
    expect(await findHandoffDays(database(), ROME, NOW)).toEqual([
      { day: '2026-11-19', handedOver: 1010, inTime: 1000 },
      { day: '2026-11-18', handedOver: 10, inTime: 9 },
    ])
  })
})
