import type { Rates } from '@/lib/channels/rates'
import type { Db } from '@/lib/db/client'
import { Channel } from '@/lib/db/generated/enums'
import type { NoticeDraft } from '@/lib/works/plan-notices'
import { composeMessages } from '../compose-messages'
import type { NoticeFacts } from '../notices'
import { TOPICS_OF } from '../topics-of'
import { type AudienceGroup, findAudienceGroups, pointsOfContacts, type RehearsedWorks } from './rehearse-audience'
import { type RehearsedLegal, rehearseLegal } from './rehearse-legal'

/** So many texts of one channel and language are written out to learn their segments; more people are reckoned from their mean. */
const SAMPLE = 200

export interface RehearsedGroup {
  channel: Channel
  language: string
  people: number
  /** Billed units: SMS segments, else messages. */
  units: number
  /** Euros. */
  cost: number
  /** Seconds until the last of them is handed over, were the channel theirs alone. */
  deliverySeconds: number
  /** What the first of them reads. */
  subject: string | null
  text: string
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
  /** ISO instant of that; null where nobody is told. */
  lastHandedOverAt: string | null
  /** Of the notice by which people first hear of a part; null for the others, and where no rule is known. */
  legal: RehearsedLegal | null
  groups: RehearsedGroup[]
}

export interface RehearsalScene {
  works: RehearsedWorks & { reference: string }
  facts: Omit<NoticeFacts, 'id' | 'kind' | 'worksId' | 'worksVersion' | 'windows'>
  /** The part of each window. */
  partOf: ReadonlyMap<number, number>
  rates: Rates
  /** By when the last message has to be out, for a start; null where no rule is known. */
  minimum: ((start: Date) => Date) | null
  /** The first instant at which messages could go out. */
  soonest: Date
}

const toCents = (euros: number) => Number(euros.toFixed(4))

/** Rehearses one notice after the other; those that speak of the same parts by the same topics share one look at whom these hit. */
export function createRehearsal(db: Db, { works, facts, partOf, rates, minimum, soonest }: RehearsalScene) {
  const audiences = new Map<string, Promise<AudienceGroup[]>>()

  function findGroups({ kind, windows }: NoticeDraft): Promise<AudienceGroup[]> {
    const topics = TOPICS_OF[kind]
    const partIds = [...new Set(windows.flatMap(({ id }) => partOf.get(id) ?? []))].toSorted((a, b) => a - b)
    const key = [...topics, ...partIds].join()
    const found = audiences.get(key) ?? findAudienceGroups(db, works, { partIds, telling: { topics, now: soonest } }, SAMPLE)
    audiences.set(key, found)
    return found
  }

  async function rehearseGroup(draft: NoticeDraft, { channel, language, people, sample }: AudienceGroup): Promise<RehearsedGroup> {
    const addressees = sample.map((contactId) => ({ contactId, aboutContactId: contactId, channel, language, isCallCentre: false }))
    const own = { ...facts, id: 0, worksId: works.id, worksVersion: works.version, kind: draft.kind, windows: draft.windows }
    const composed = (
      await composeMessages(db, [{ facts: own, addressees, now: soonest }], await pointsOfContacts(db, works, sample))
    ).flatMap((texts) => [...texts.values()])
    const scale = composed.length > 0 ? people / composed.length : 0
    const units = Math.round(composed.reduce((sum, message) => sum + (message.segments ?? 1), 0) * scale)
    const cost = toCents(composed.reduce((sum, message) => sum + message.cost, 0) * scale)
    const { subject = null, text = '' } = composed[0] ?? {}
    return { channel, language, people, units, cost, deliverySeconds: Math.ceil(units / rates[channel]), subject, text }
  }

  /** `firstStart`: the start that the law counts back from, where this notice is the first that people hear. */
  return async (draft: NoticeDraft, firstStart: Date | null): Promise<RehearsedNotice> => {
    const groups: RehearsedGroup[] = []
    for (const group of draft.skipReason ? [] : await findGroups(draft)) groups.push(await rehearseGroup(draft, group))
    const unitsBy = (channel: Channel) => groups.filter((group) => group.channel === channel).reduce((sum, group) => sum + group.units, 0)
    const loads = Object.values(Channel).map((channel) => ({
      channel,
      units: unitsBy(channel),
      seconds: Math.ceil(unitsBy(channel) / rates[channel]),
    }))
    const deliverySeconds = Math.max(...loads.map(({ seconds }) => seconds))
    const { kind, dueAt, notAfter, skipReason } = draft
    const isTimed = firstStart !== null && minimum !== null && groups.length > 0
    return {
      kind,
      dueAt: dueAt.toISOString(),
      notAfter: notAfter.toISOString(),
      skipReason,
      people: groups.reduce((sum, group) => sum + group.people, 0),
      segments: unitsBy('sms'),
      cost: toCents(groups.reduce((sum, group) => sum + group.cost, 0)),
      deliverySeconds,
      lastHandedOverAt: groups.length > 0 ? new Date(dueAt.getTime() + deliverySeconds * 1000).toISOString() : null,
      legal: isTimed ? rehearseLegal({ start: firstStart, dueAt, loads, soonest, minimum }) : null,
      groups,
    }
  }
}
