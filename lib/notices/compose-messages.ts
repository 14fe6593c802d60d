import { CHANNEL_PRICES } from '@/lib/channels/channels'
import { countSegments } from '@/lib/channels/count-segments'
import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Channel } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { getUtility } from '@/lib/utility/queries'
import { findConcerns } from './concern-queries'
import { formatPlace } from './format-place'
import type { NoticeFacts, RenderedMessage } from './notices'
import { getWaveFigures } from './queries'
import { createRenderer, type Render, type Rendering } from './render-notice'
import { renderWave } from './render-wave'

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
}

const RENDERINGS: Record<Channel, Rendering> = { sms: 'short', email: 'long', telegram: 'chat', viber: 'chat' }

function withCost(channel: Channel, rendered: RenderedMessage): ComposedMessage {
  const segments = channel === 'sms' ? countSegments(rendered.text) : null
  return { ...rendered, segments, cost: CHANNEL_PRICES[channel] * (segments ?? 1) }
}

/**
 * Writes one notice's texts to the given addressees: each in its language, with its own addresses and windows.
 *
 * An addressee whom nothing of the works concerns any more is missing from the answer. Templates are made once a language. `points` stands in
 * for the frozen affected points while works are drafts.
 */
export async function composeMessages(
  db: Db,
  facts: NoticeFacts,
  addressees: Addressee[],
  points?: Prisma.Sql,
): Promise<Map<number, ComposedMessage>> {
  const utility = await getUtility(db)
  const context = { facts, utility, publicUrl: env().PUBLIC_URL }
  const customers = addressees.filter((addressee) => !addressee.isCallCentre)
  const windowIds = facts.windows.map((window) => window.id)
  const concerns = await findConcerns(
    db,
    customers.map((addressee) => addressee.aboutContactId),
    windowIds,
    points,
  )
  const localeOf = (language: string): Locale => (isLocale(language) ? language : utility.defaultLanguage)
  const renderers = new Map<Locale, Render>()
  const composed = new Map<number, ComposedMessage>()

  for (const { contactId, aboutContactId, channel, language } of customers) {
    const concern = concerns.get(aboutContactId)
    if (!concern) continue
    const locale = localeOf(language)
    const render = renderers.get(locale) ?? createRenderer(context, locale)
    renderers.set(locale, render)
    const addresses = concern.places.map((place) => formatPlace(place, channel === 'sms'))
    composed.set(contactId, withCost(channel, render({ addresses, windowIds: concern.windowIds }, RENDERINGS[channel])))
  }
  const callCentre = addressees.filter((addressee) => addressee.isCallCentre)
  const figures = callCentre.length > 0 ? await getWaveFigures(db, facts.id) : null
  for (const { contactId, channel, language } of callCentre) {
    if (figures) composed.set(contactId, withCost(channel, renderWave(context, figures, localeOf(language))))
  }
  return composed
}
