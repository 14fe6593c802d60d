import type { Locale } from '@/lib/i18n/locales'
import type { StoredWindow } from '@/lib/works/works'
import type { Concern, RenderedMessage } from '../notices'
import { formatEnd, formatWindow } from './format-windows'
import { noticeFrame, type RenderContext } from './notice-frame'
import { createShortRenderer } from './render-short'

export type { RenderContext } from './notice-frame'

/** `short` is an SMS, `long` an e-mail, `chat` a message to a bot. */
export type Rendering = 'short' | 'long' | 'chat'
export type Render = (concern: Concern, rendering: Rendering) => RenderedMessage

const GAP = '\n\n'

/** Of a building manager's many addresses a chat names so many: Telegram refuses a message of more than 4,096 characters. */
const CHAT_PLACES = 30

/** `make` of a reader's own windows, once for all who share them. */
function memoByWindows<Frame>(all: StoredWindow[], make: (windows: StoredWindow[]) => Frame): (windowIds: number[]) => Frame {
  const known = new Map<string, Frame>()
  return (windowIds) => {
    const key = windowIds.join()
    const frame = known.get(key) ?? make(all.filter((window) => windowIds.includes(window.id)))
    known.set(key, frame)
    return frame
  }
}

/**
 * The texts of one notice in one language; what the reader's own addresses and windows are is filled in for each person.
 *
 * Pure: no clock, no database. Hours are the utility's.
 */
export function createRenderer(context: RenderContext, locale: Locale): Render {
  const { facts, utility } = context
  const frame = noticeFrame(context, locale)
  const renderShort = createShortRenderer(frame.short, utility, frame.words)

  function frameLong(windows: StoredWindow[], stop: 'email' | 'chat') {
    const times = windows.map((window) => formatWindow(window, locale, utility.zone, 'long'))
    const ends = windows.map((window) => formatEnd(window, locale, utility.zone, 'long'))
    return frame.long(times, ends, stop)
  }

  function frameShort(windows: StoredWindow[]) {
    const last = windows.at(-1)
    return {
      times: windows.map((window) => formatWindow(window, locale, utility.zone, 'short')),
      end: last ? formatEnd(last, locale, utility.zone, 'short') : '',
    }
  }

  function nameSome(addresses: string[]): string[] {
    const count = addresses.length - CHAT_PLACES
    return count > 0 ? [...addresses.slice(0, CHAT_PLACES), frame.words('andMore', { count })] : addresses
  }

  /** Most readers of a notice share their windows: what follows from these is made once. */
  const frames = memoByWindows(facts.windows, (windows) => ({
    email: frameLong(windows, 'email'),
    chat: frameLong(windows, 'chat'),
    short: frameShort(windows),
  }))

  return ({ addresses, windowIds, isManager = false }, rendering) => {
    const own = frames(windowIds)
    if (rendering === 'short') return { subject: null, text: renderShort({ addresses, ...own.short }) }
    const { subject, before, after } = rendering === 'chat' ? own.chat : own.email
    const named = rendering === 'chat' ? nameSome(addresses) : addresses
    const places = named.length > 0 ? `${GAP}${frame.where}:\n${named.join('\n')}` : ''
    const poster = isManager && frame.poster ? `${GAP}${frame.poster}` : ''
    return { subject, text: `${before}${places}${poster}${GAP}${after}` }
  }
}
