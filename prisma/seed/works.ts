import type { MultiPolygon } from 'geojson'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { findNextDue } from '@/lib/notices/queries'
import { runDueWork } from '@/lib/notices/run-due-work'
import { getUtility } from '@/lib/utility/queries'
import { inZone } from '@/lib/wall-clock'
import { cancelWorks } from '@/lib/works/cancel-works'
import { checkWorks } from '@/lib/works/check/check-works'
import { createWorks } from '@/lib/works/create-works'
import { markPhoned } from '@/lib/works/priority/mark-phoned'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import type { WorksInput } from '@/lib/works/works'
import { DEMO_WORKS, type DemoWindow, type DemoWorks } from './demo-works'

const areas = z.array(z.object({ area: z.string() }))

/** The ground along the town's longest streets: each works gets one to itself. */
async function findStreetAreas(count: number): Promise<MultiPolygon[]> {
  const rows = await database().$queryRaw`
    SELECT ST_AsGeoJSON(ST_Multi(ST_SimplifyPreserveTopology(ST_Union(ST_Buffer(address.geom::geography, 45)::geometry), 0.00005)), 6) AS area
    FROM address GROUP BY address.street_id ORDER BY count(*) DESC, address.street_id LIMIT ${count}`
  return areas.parse(rows).map((row) => JSON.parse(row.area) as MultiPolygon)
}

async function getOperator(): Promise<Actor> {
  const { id, email, name, role } = await database().staffUser.findFirstOrThrow({ where: { role: 'operator' } })
  return { kind: 'staff', id, email, name, role, source: '127.0.0.1' }
}

/** Does what falls due until `until`, each notice at its own instant. */
async function playUntil(from: Date, until: Date): Promise<void> {
  for (let due = await findNextDue(database(), from); due && due <= until; due = await findNextDue(database(), due)) await runDueWork(due)
  await runDueWork(until)
}

function windowsOf(windows: readonly DemoWindow[], today: Temporal.ZonedDateTime): WorksInput['parts'][number]['windows'] {
  const wall = (moment: Temporal.ZonedDateTime) => moment.toPlainDateTime().toString({ smallestUnit: 'minute' })
  return windows.map(({ inDays, at, hours }) => {
    const start = today.add({ days: inDays }).withPlainTime(at === 'now' ? today.toPlainTime() : Temporal.PlainTime.from(at))
    return { start: wall(start), end: wall(start.add({ hours })) }
  })
}

/** The corner of an area so far round its first edge: 0 is the first one, 0.5 the one halfway. */
function cornerOf(area: MultiPolygon, share: number): [number, number] {
  const edge = area.coordinates[0]?.[0] ?? []
  const [longitude = 0, latitude = 0] = edge[Math.floor(share * (edge.length - 1))] ?? []
  return [longitude, latitude]
}

interface Step {
  at: Date
  run: () => Promise<void>
}

function stepsOf(works: DemoWorks, area: MultiPolygon, actor: Actor, today: Temporal.ZonedDateTime): Step[] {
  const instant = (inDays: number) => new Date(today.add({ days: inDays }).epochMilliseconds)
  const { title, service, reason, advice = '', moved, supply = [] } = works
  const supplyPlaces = supply.map(({ corner, ...place }) => ({ ...place, at: cornerOf(area, corner) }))
  const input = { service, title, reason, advice, supplyPlaces, parts: [{ area, windows: windowsOf(moved?.from ?? works.windows, today) }] }
  let reference = ''
  const steps: Step[] = []
  const plan = async (at: Date) => {
    reference = (await createWorks(actor, input, at)).reference
    if (works.publishedInDays === null) return
    for (const { code } of (await checkWorks(actor, reference, at)).priority) await markPhoned(actor, { reference, code, phoned: true }, at)
    await publishWorks(actor, { reference, shortNoticeReason: works.shortNoticeReason }, at)
  }
  const planned = instant(works.publishedInDays ?? 0)
  steps.push({ at: planned, run: () => plan(planned) })
  if (moved) {
    const at = instant(moved.inDays)
    steps.push({ at, run: async () => void (await rescheduleWorks(actor, { reference, windows: windowsOf(works.windows, today) }, at)) })
  }
  const { cancelled } = works
  if (cancelled) {
    const at = instant(cancelled.inDays)
    steps.push({ at, run: async () => void (await cancelWorks(actor, { reference, reason: cancelled.reason }, at)) })
  }
  return steps
}

/** Whether the demo has its works: a start that was killed between town and works adds them the next time. */
export async function hasDemoWorks(): Promise<boolean> {
  return (await database().works.count()) > 0
}

/** Plays the demo's history up to `now` through the product itself: works are planned, published, told of and cancelled at their times. */
export async function seedDemoWorks(now: Date): Promise<void> {
  const { zone } = await getUtility()
  const today = inZone(now, zone).round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const actor = await getOperator()
  const grounds = await findStreetAreas(DEMO_WORKS.length)
  const steps = DEMO_WORKS.flatMap((works, index) => {
    const area = grounds[works.onGroundOf ?? index]
    return area ? stepsOf(works, area, actor, today) : []
  })
  let from = new Date(0)
  for (const { at, run } of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    await playUntil(from, at)
    await run()
    // What a step plans for its own instant (a cancellation) is told at that instant, as it would have been.
    await runDueWork(at)
    from = at
  }
  await playUntil(from, now)
}
