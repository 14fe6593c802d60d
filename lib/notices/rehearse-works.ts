import { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadWorks } from '@/lib/auth/policies'
import { CHANNEL_RATES } from '@/lib/channels/channels'
import { audienceOf } from '@/lib/contacts/audience'
import { type Db, database } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Channel } from '@/lib/db/generated/enums'
import { affectedPointsOf } from '@/lib/works/affected-queries'
import { findVersionNotices } from '@/lib/works/find-version-notices'
import type { NoticeDraft } from '@/lib/works/plan-notices'
import { getWorks } from '@/lib/works/queries'
import { composeMessages } from './compose-messages'
import type { NoticeFacts } from './notices'

/** So many texts of one channel and language are written out to learn their segments; more people are reckoned from their mean. */
const SAMPLE = 500

export interface RehearsedGroup {
  channel: Channel
  language: string
  people: number
  /** Billed units: SMS segments, else messages. */
  units: number
  /** Euros. */
  cost: number
}

export interface RehearsedNotice {
  kind: NoticeDraft['kind']
  /** ISO instants. */
  dueAt: string
  notAfter: string
  skipReason: string | null
  people: number
  segments: number
  cost: number
  /** Seconds until the last message is handed over, at the rates of the channels, which work side by side. */
  deliverySeconds: number
  groups: RehearsedGroup[]
}

export interface Rehearsal {
  reference: string
  version: number
  notices: RehearsedNotice[]
}

const audience = z.array(
  z.object({ channel: z.enum(Channel), language: z.string(), people: z.coerce.number(), sample: z.array(z.number()) }),
)

async function findAudience(db: Db, windowIds: number[], points: Prisma.Sql) {
  const rows = await db.$queryRaw`
    WITH hit AS MATERIALIZED (
      SELECT DISTINCT point.service_point_id AS id
      FROM works_window
      JOIN ${points} point ON point.part_id = works_window.part_id
      WHERE works_window.id IN (${Prisma.join(windowIds)})
    ), told AS (
      ${audienceOf(Prisma.sql`hit`)}
    ), numbered AS (
      SELECT *, row_number() OVER (PARTITION BY channel, language ORDER BY id) AS place FROM told
    )
    SELECT channel::text AS channel, language, count(*) AS people, array_agg(id) FILTER (WHERE place <= ${SAMPLE}) AS sample
    FROM numbered GROUP BY numbered.channel, language ORDER BY numbered.channel, language`
  return audience.parse(rows)
}

async function rehearseNotice(db: Db, facts: NoticeFacts, draft: NoticeDraft, points: Prisma.Sql): Promise<RehearsedNotice> {
  const windowIds = draft.windows.map((window) => window.id)
  const found = draft.skipReason ? [] : await findAudience(db, windowIds, points)
  const groups: RehearsedGroup[] = []
  for (const { channel, language, people, sample } of found) {
    const addressees = sample.map((contactId) => ({ contactId, aboutContactId: contactId, channel, language, isCallCentre: false }))
    const composed = [...(await composeMessages(db, facts, addressees, points)).values()]
    const scale = composed.length > 0 ? people / composed.length : 0
    const units = Math.round(composed.reduce((sum, message) => sum + (message.segments ?? 1), 0) * scale)
    const cost = composed.reduce((sum, message) => sum + message.cost, 0) * scale
    groups.push({ channel, language, people, units, cost: Number(cost.toFixed(4)) })
  }
  const unitsBy = (channel: Channel) => groups.filter((group) => group.channel === channel).reduce((sum, group) => sum + group.units, 0)
  const { kind, dueAt, notAfter, skipReason } = draft
  return {
    kind,
    dueAt: dueAt.toISOString(),
    notAfter: notAfter.toISOString(),
    skipReason,
    people: groups.reduce((sum, group) => sum + group.people, 0),
    segments: unitsBy('sms'),
    cost: Number(groups.reduce((sum, group) => sum + group.cost, 0).toFixed(4)),
    deliverySeconds: Math.max(...Object.values(Channel).map((channel) => Math.ceil(unitsBy(channel) / CHANNEL_RATES[channel]))),
    groups,
  }
}

/**
 * Plays the plan of works through without sending or writing anything: each notice, when, to how many, by which channel and language,
 * segments, cost and time to deliver. For drafts as if they were published at `now`. Throws `not_found`.
 */
export async function rehearseWorks(actor: Actor, reference: string, now: Date): Promise<Rehearsal> {
  requirePolicy(actor, canReadWorks(actor))
  const db = database()
  const works = await getWorks(db, reference)
  const points = affectedPointsOf(works.id, works.version, works.isFrozen)
  const { facts, drafts } = await findVersionNotices(db, works, now)
  const notices: RehearsedNotice[] = []
  for (const draft of drafts) {
    const own = { ...facts, id: 0, worksId: works.id, worksVersion: works.version, kind: draft.kind, windows: draft.windows }
    notices.push(await rehearseNotice(db, own, draft, points))
  }
  return { reference, version: works.version, notices }
}
