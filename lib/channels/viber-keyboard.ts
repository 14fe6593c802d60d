import type { MessageButton } from './channels'
import { isOpenToAll } from './is-open-to-all'

/** Of a row. */
const COLUMNS = 6
/** From this version of Viber's API on (2017) its apps can send a location. */
const LOCATION_VERSION = 3

/** https://developers.viber.com/docs/tools/keyboards/ */
export interface ViberKeyboard {
  Type: 'keyboard'
  DefaultHeight: false
  Buttons: Array<{ Columns: number; Rows: 1; ActionType: 'reply' | 'open-url' | 'location-picker'; ActionBody: string; Text: string }>
}

/**
 * A pressed button writes its words into the chat, as if the reader had: with what it does behind them where the words alone would not say it
 * ("Sì (follow_yes:12)"). So it needs no newer app than the message itself.
 */
function actionOf(button: MessageButton): { ActionType: 'reply' | 'open-url' | 'location-picker'; ActionBody: string } | null {
  if ('act' in button) return { ActionType: 'reply', ActionBody: button.act.includes(':') ? `${button.text} (${button.act})` : button.text }
  if ('asks' in button) return { ActionType: 'location-picker', ActionBody: 'location' }
  return isOpenToAll(button.url) ? { ActionType: 'open-url', ActionBody: button.url } : null
}

/** Words on a button are read as HTML. */
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The keyboard below a message and the version of the app that it needs; null where there are no buttons. */
export function viberKeyboard(buttons: MessageButton[][] = []): { keyboard: ViberKeyboard; min_api_version: number } | null {
  const keys = buttons.flatMap((row) => {
    const known = row.flatMap((button) => {
      const action = actionOf(button)
      return action ? [{ ...action, Text: asHtml(button.text) }] : []
    })
    const width = Math.max(1, Math.floor(COLUMNS / Math.max(1, known.length)))
    return known.map((key, index) => ({ Columns: index === known.length - 1 ? COLUMNS - width * index : width, Rows: 1 as const, ...key }))
  })
  if (keys.length === 0) return null
  const needsLocation = keys.some(({ ActionType }) => ActionType === 'location-picker')
  return { keyboard: { Type: 'keyboard', DefaultHeight: false, Buttons: keys }, min_api_version: needsLocation ? LOCATION_VERSION : 1 }
}
