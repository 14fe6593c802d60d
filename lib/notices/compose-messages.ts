import { CHANNEL_PRICES, type MessageButton } from '@/lib/channels/channels'
import { countSegments } from '@/lib/channels/count-segments'
import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Channel } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { getUtility } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'
import { concernWithin, findConcerns } from './concern-queries'
import { findManagers } from './find-managers'
import type { NoticeFacts, RenderedMessage } from './notices'
import { getWaveFigures } from './queries'
import { formatPlace } from './texts/format-place'
import { noticeButtons } from './texts/notice-buttons'
import { createRenderer, type Render, type Rendering } from './texts/render-notice'
import { renderWave } from './texts/render-wave'
import { TOPICS_OF } from './topics-of'

/** Whom to write to, and how. */
export interface Addressee {
  contactId: number
  /** Whose addresses it speaks of: the contact itself, or the one that it stands in for. */
  aboutContactId: number
  channel: Channel
  language: string
  isCallCentre: boolean
}

export interface ComposedMessage extends RenderedMessage {
  /** Billed units: segments of an SMS, else null. */
  segments: number | null
  /** Euros, by the price table. */
  cost: number
  /** In chats only. */
  buttons?: MessageButton[][]
}

const RENDERINGS: Record<Channel, Rendering> = { sms: 'short', email: 'long', telegram: 'chat', viber: 'chat' }

function withCost(channel: Channel, rendered: RenderedMessage): ComposedMessage {
  const segments = channel === 'sms' ? countSegments(rendered.text) : null
  return { ...rendered, segments, cost: CHANNEL_PRICES[channel] * (segments ?? 1) }
}

/** A notice, and those of its addressees whose texts are wanted. */
export interface Wave {
  facts: NoticeFacts
  addressees: Addressee[]
  /** When they are told: by then something may be paused. */
  now: Date
}

type Hits = Awaited<ReturnType<typeof findConcerns>>

/** What is known of all readers of some waves. */
interface Readers {
  hits: Hits
  managers: ReadonlySet<number>
}

async function composeWave(
  db: Db,
  { facts, addressees, now }: Wave,
  { hits, managers }: Readers,
  utility: Utility,
): Promise<Map<number, ComposedMessage>> {
  const { PUBLIC_URL: publicUrl, NEXTAUTH_SECRET: signingSecret } = env()
  const context = { facts, utility, publicUrl, signingSecret }
  const windowIds = facts.windows.map((window) => window.id)
  const localeOf = (language: string): Locale => (isLocale(language) ? language : utility.defaultLanguage)
  const renderers = new Map<Locale, Render>()
  const composed = new Map<number, ComposedMessage>()
  for (const { contactId, aboutContactId, channel, language, isCallCentre } of addressees) {
    const concern = isCallCentre ? null : concernWithin(hits.get(aboutContactId), windowIds, { topics: TOPICS_OF[facts.kind], now })
    if (!concern) continue
    const locale = localeOf(language)
    const render = renderers.get(locale) ?? createRenderer(context, locale)
    renderers.set(locale, render)
    const addresses = concern.places.map((place) => formatPlace(place, channel === 'sms'))
    const message = withCost(
      channel,
      render({ addresses, windowIds: concern.windowIds, isManager: managers.has(aboutContactId) }, RENDERINGS[channel]),
    )
    const isChat = RENDERINGS[channel] === 'chat'
    composed.set(
      contactId,
      isChat ? { ...message, buttons: noticeButtons(context, concern.places, contactId === aboutContactId, locale) } : message,
    )
  }
  const callCentre = addressees.filter((addressee) => addressee.isCallCentre)
  const figures = callCentre.length > 0 ? await getWaveFigures(db, facts.id) : null
  for (const { contactId, channel, language } of callCentre) {
    if (figures) composed.set(contactId, withCost(channel, renderWave(context, figures, localeOf(language))))
  }
  return composed
}

/**
 * Writes the texts of notices to the given addressees: each in its language, with its own addresses and windows. Gives back for each notice,
 * in their order, the texts by contact.
 *
 * An addressee whom nothing of the works concerns any more is missing from the answer. As many queries for fifty notices as for one; templates
 * are made once a notice and language. `points` stands in for the frozen affected points while works are drafts.
 */
export async function composeMessages(db: Db, waves: Wave[], points?: Prisma.Sql): Promise<Array<Map<number, ComposedMessage>>> {
  const utility = await getUtility(db)
  const customers = waves.flatMap(({ addressees }) => addressees.filter((addressee) => !addressee.isCallCentre))
  const contactIds = [...new Set(customers.map((addressee) => addressee.aboutContactId))]
  const windowIds = waves.flatMap(({ facts }) => facts.windows.map((window) => window.id))
  const hits = await findConcerns(db, contactIds, windowIds, points)
  // An SMS has no room for a poster's link.
  const readers = customers.filter(({ channel }) => channel !== 'sms').map((addressee) => addressee.aboutContactId)
  const managers = await findManagers(db, [...new Set(readers)])
  const composed: Array<Map<number, ComposedMessage>> = []
  for (const wave of waves) composed.push(await composeWave(db, wave, { hits, managers }, utility))
  return composed
}
