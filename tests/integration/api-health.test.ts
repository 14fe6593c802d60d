import { beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/health/route'
import { database } from '@/lib/db/client'
import { createUtility } from './factories'

async function dueMinutesAgo(minutes: number): Promise<void> {
  const now = new Date()
  const facts = { reference: `W-${minutes}`, service: 'water', title: 'Late', createdBy: 'test', createdAt: now } as const
  const works = await database().works.create({ data: facts })
  const dueAt = new Date(now.getTime() - minutes * 60_000)
  await database().notice.create({
    data: { worksId: works.id, version: 1, kind: 'advance', dueAt, notAfter: new Date(now.getTime() + 3_600_000) },
  })
}

describe('the health of an installation', () => {
  beforeAll(createUtility)

  it('is well when it has nothing to do', async () => {
    const response = await GET()
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok', database: 'reachable', pendingMigrations: [], oldestOverdue: null })
  })

  it('is well while work that is due has waited only minutes', async () => {
    await dueMinutesAgo(5)
    expect(await (await GET()).json()).toMatchObject({ status: 'ok', oldestOverdue: expect.any(String) })
  })

  it('is broken when work has waited for an hour', async () => {
    await dueMinutesAgo(60)
    expect((await GET()).status).toBe(503)
  })

  it('is broken when a migration is missing', async () => {
    await database().notice.deleteMany()
    await database().$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = now()`
    const response = await GET()
    await database().$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = NULL`
    expect(response.status).toBe(503)
    expect((await response.json()).pendingMigrations).not.toEqual([])
  })
})
