import { describe, expect, it } from 'vitest'
import { countSegments } from '@/lib/channels/count-segments'
import type { NoticeKind, Service } from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'
import type { NoticeFacts } from '../notices'
import { createRenderer } from './render-notice'

const KINDS: NoticeKind[] = ['advance', 'same_day', 'changed', 'cancelled', 'extended', 'restored']
const SERVICES: Service[] = ['water', 'heat', 'power', 'gas']

interface Place {
  sender: string
  zone: string
  one: string
  /** Two addresses of long streets, and more. */
  many: string[]
}

const PLACES: Record<Locale, Place> = {
  en: {
    sender: 'NorthWater',
    zone: 'Europe/London',
    one: '12 Mill Lane',
    many: ['128 Saint Andrew Undershaft Road', '14/B Great Knightrider Street', '3 Mill Lane'],
  },
  it: {
    sender: 'AcqueTanaro',
    zone: 'Europe/Rome',
    one: 'Via Roma 12/A',
    many: ['Via Giovanni Battista Pirelli 112/B', 'Piazza Santa Maria delle Grazie 4', 'Via Po 3'],
  },
  lt: {
    sender: 'Vandenys',
    zone: 'Europe/Vilnius',
    one: 'Gedimino pr. 12',
    many: ['Konstantino Sirvydo g. 112A', 'Šventaragio g. 4', 'Vilniaus g. 3'],
  },
  uk: {
    sender: 'Vodokanal',
    zone: 'Europe/Kyiv',
    one: 'вул. Миру 12',
    many: ['вул. Гетьмана Сагайдачного 112-Б', 'просп. Незалежності 4', 'вул. Миру 3'],
  },
}

function segments(locale: Locale, kind: NoticeKind, service: Service, addresses: string[], transliterateSms = false): number {
  const { sender, zone } = PLACES[locale]
  const facts: NoticeFacts = {
    ...{ id: 1, kind, worksId: 1, worksVersion: 1, reference: 'W-2026-0042', service },
    ...{ title: '', reason: 'Rinnovo della condotta', advice: '', cancelReason: null, workType: null, contact: '' },
    windows: [{ id: 1, start: new Date('2026-12-02T07:00:00Z'), end: new Date('2026-12-02T14:30:00Z') }],
  }
  const utility = { name: 'Utility', phone: '+39 0131 000000', sender, zone, transliterateSms }
  return countSegments(
    createRenderer({ facts, utility, publicUrl: 'https://avvisi.acquetanaro.it' }, locale)({ addresses, windowIds: [1] }, 'short').text,
  )
}

/** Of each kind, for water, heat, power and gas: the segments with one address, then with three of long streets. */
function table(locale: Locale, transliterateSms = false): string {
  const { one, many } = PLACES[locale]
  const row = (kind: NoticeKind, addresses: string[]) =>
    SERVICES.map((service) => segments(locale, kind, service, addresses, transliterateSms)).join('')
  return KINDS.map((kind) => `${kind} ${row(kind, [one])} ${row(kind, many)}`).join(', ')
}

describe('what an SMS costs, in segments: a change of words that makes one dearer fails here', () => {
  it('in English', () =>
    expect(table('en')).toMatchInlineSnapshot(
      `"advance 1111 2222, same_day 1111 2222, changed 1111 2222, cancelled 1111 2222, extended 1111 2222, restored 1111 1211"`,
    ))
  it('in Italian', () =>
    expect(table('it')).toMatchInlineSnapshot(
      `"advance 1111 2222, same_day 1111 2222, changed 1211 2222, cancelled 1211 2222, extended 1211 2222, restored 1111 2222"`,
    ))
  it('in Lithuanian', () =>
    expect(table('lt')).toMatchInlineSnapshot(
      `"advance 1312 1313, same_day 1312 1313, changed 1313 2323, cancelled 3332 3333, extended 2322 3333, restored 1312 1313"`,
    ))
  it('in Lithuanian without its marks', () =>
    expect(table('lt', true)).toMatchInlineSnapshot(
      `"advance 1111 1211, same_day 1111 1211, changed 1111 2222, cancelled 1111 2222, extended 1111 1211, restored 1111 1211"`,
    ))
  it('in Ukrainian', () =>
    expect(table('uk')).toMatchInlineSnapshot(
      `"advance 2322 3333, same_day 2322 3333, changed 2332 3333, cancelled 3333 3333, extended 2322 3333, restored 2222 3333"`,
    ))
  it('in Ukrainian in Latin letters', () =>
    expect(table('uk', true)).toMatchInlineSnapshot(
      `"advance 1111 1221, same_day 1111 1221, changed 1111 2222, cancelled 1211 2222, extended 1111 1221, restored 1111 1211"`,
    ))
})
