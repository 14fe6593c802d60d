import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { RenderedMessage } from '../notices'
import type { WaveFigures } from '../queries'
import { formatWindow } from './format-windows'
import { createRenderer, type RenderContext } from './render-notice'

/** So many street names fill a screen; the works page has them all. */
const MOST_STREETS = 60

/** What the call centre is told alongside a wave: what, where, when, how many people, the streets, and the text that customers read. */
export function renderWave(context: RenderContext, figures: WaveFigures, locale: Locale): RenderedMessage {
  const { facts, utility, publicUrl } = context
  const words = translator(locale, 'notice')
  const kind = words(`kind.${facts.kind}`)
  const everyone = { addresses: [words('callCentre.yourAddress')], windowIds: facts.windows.map((window) => window.id) }
  const customerText = createRenderer(context, locale)(everyone, 'short').text
  const streets = figures.streets.slice(0, MOST_STREETS)
  const left = figures.streets.length - streets.length
  const blocks = [
    words('callCentre.lead'),
    `${words('label.when')}:\n${facts.windows.map((window) => formatWindow(window, locale, utility.zone, 'long')).join('\n')}`,
    `${words('callCentre.labelPeople')}: ${words('callCentre.people', { units: figures.units, accounts: figures.accounts, contacts: figures.contacts })}`,
    `${words('callCentre.labelStreets')}: ${streets.join(', ')}${left > 0 ? ` (+${left})` : ''}`,
    facts.reason && `${words('label.why')}: ${facts.reason}`,
    facts.cancelReason && `${words('kind.cancelled')}: ${facts.cancelReason}`,
    `${words('callCentre.labelText')}:\n${customerText}`,
    `${words('label.more')}: ${publicUrl}/${locale}/operator/works/${facts.reference}`,
  ]
  const subject = words('callCentre.subject', { reference: facts.reference, kind, title: facts.title })
  return { subject, text: blocks.filter(Boolean).join('\n\n') }
}
