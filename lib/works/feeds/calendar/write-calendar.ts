import ical, { ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { AddressDetail } from '@/lib/addresses/addresses'
import { translator } from '@/lib/i18n/translator'
import type { PublicWorks } from '../../works'
import { type FeedScene, hostOf } from '../feed-scene'
import { wordsAsLines } from '../words-as-lines'
import { worksWords } from '../works-words'
import type { FollowedWindow } from './follow-windows'

/** One window that touches the address, and the works it belongs to. */
export interface CalendarWindow {
  works: PublicWorks
  window: FollowedWindow
}

/** Calendars ask again so often, in seconds, as far as they heed it: works that take longer are told half an hour ahead at best. */
const REFRESH = 1800

function toEvent({ works, window }: CalendarWindow, address: AddressDetail, scene: FeedScene) {
  // A window may be cancelled although its works are not: they moved, and have fewer windows since.
  const kind = window.isCancelled ? (works.state === 'cancelled' ? 'cancelled' : 'withdrawn') : 'announced'
  const { headline, when: _when, ...words } = worksWords(works, kind, scene)
  return {
    id: `${works.reference}-${window.part + 1}-${window.place}-${address.id}@${hostOf(scene)}`,
    sequence: window.sequence,
    start: window.start,
    end: window.end,
    created: window.announcedAt,
    lastModified: window.changedAt,
    // The same bytes until something changes: then nobody fetches them twice.
    stamp: window.changedAt,
    summary: headline,
    description: wordsAsLines(words, scene.locale).join('\n'),
    location: { title: address.label, geo: { lon: address.point[0], lat: address.point[1] } },
    url: words.link,
    categories: [{ name: translator(scene.locale, 'service')(works.service) }],
    status: window.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  }
}

/**
 * The calendar of one address (RFC 5545). Times are in UTC, so that no client's idea of our zone matters; each window keeps its UID, and its
 * SEQUENCE goes up when it moves or is cancelled. Pure.
 */
export function writeCalendar(address: AddressDetail, windows: readonly CalendarWindow[], scene: FeedScene): string {
  const words = translator(scene.locale, 'feeds')
  const calendar = ical({
    name: words('calendar.name', { address: address.label }),
    description: words('calendar.about', { utility: scene.utility.name }),
    prodId: { company: 'Preavviso', product: 'Preavviso', language: scene.locale.toUpperCase() },
    ttl: REFRESH,
    url: `${scene.publicUrl}/${scene.locale}/addresses/${address.id}`,
    source: `${scene.publicUrl}/addresses/${address.id}/calendar.ics?lang=${scene.locale}`,
  })
  for (const window of windows) calendar.createEvent(toEvent(window, address, scene))
  return calendar.toString()
}
