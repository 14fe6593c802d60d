import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countSegments } from '@/lib/channels/count-segments'
import type { NoticeKind } from '@/lib/db/generated/enums'
import { LOCALES } from '@/lib/i18n/locales'
import type { NoticeFacts } from '../notices'
import { createRenderer } from './render-notice'

const FACTS: NoticeFacts = {
  id: 1,
  kind: 'advance',
  worksId: 1,
  worksVersion: 1,
  reference: 'W-2026-0042',
  service: 'water',
  title: 'internal title',
  reason: 'Rinnovo della condotta',
  workType: null,
  contact: '',
  advice: '',
  cancelReason: 'La condotta regge',
  windows: [
    { id: 1, start: new Date('2026-12-01T08:00:00Z'), end: new Date('2026-12-01T11:30:00Z') },
    { id: 2, start: new Date('2026-12-02T21:00:00Z'), end: new Date('2026-12-03T04:00:00Z') },
  ],
}
const UTILITY = { name: 'Acque del Tanaro', sender: 'AcqueTanaro', phone: '+39 0131 000000', zone: 'Europe/Rome', transliterateSms: false }
const KINDS: NoticeKind[] = ['legal', 'advance', 'day_before', 'same_day', 'changed', 'cancelled', 'extended', 'restored']

function renderer(overrides: Partial<NoticeFacts> = {}, locale: (typeof LOCALES)[number] = 'it') {
  return createRenderer({ facts: { ...FACTS, ...overrides }, utility: UTILITY, publicUrl: 'https://acque.example' }, locale)
}

const ONE = { addresses: ['Via Roma 12/A'], windowIds: [1] }

describe('createRenderer', () => {
  it('says in one SMS who, what, when, where, and where to look', () => {
    const { text, subject } = renderer()(ONE, 'short')
    expect(text).toBe(
      "AcqueTanaro: interruzione acqua mar 1 dic 09:00-12:30, Via Roma 12/A. Tenga una scorta d'acqua. Info: https://acque.example/it/works/W-2026-0042 Stop: STOP",
    )
    expect(subject).toBeNull()
    expect(countSegments(text)).toBe(1)
  })

  it('names two addresses and counts the rest', () => {
    const { text } = renderer()({ addresses: ['Via Roma 1', 'Via Roma 2', 'Via Po 3', 'Via Po 4'], windowIds: [1] }, 'short')
    expect(text).toContain('Via Roma 1, Via Roma 2 e altri 2 indirizzi')
  })

  it('fits into a chat however many addresses there are', () => {
    const addresses = Array.from({ length: 500 }, (_, index) => `Via della Grande Fontana ${index + 1}, Acqui Terme`)
    const { text } = renderer()({ addresses, windowIds: [1, 2] }, 'chat')
    expect(text).toContain('e altri 470 indirizzi')
    expect(text.length).toBeLessThan(4096)
    expect(renderer()({ addresses, windowIds: [1, 2] }, 'long').text).toContain('Fontana 500')
  })

  it('shows only the windows that hit the reader, with both days where one goes over midnight', () => {
    const { text } = renderer()({ addresses: ['Via Roma 1'], windowIds: [2] }, 'short')
    expect(text).toContain('mer 2 dic 22:00 - gio 3 dic 05:00')
    expect(text).not.toContain('1 dic 09:00')
  })

  it('tells on the day itself until when supply is expected back', () => {
    expect(renderer({ kind: 'same_day' })(ONE, 'short').text).toContain('Ripristino entro 12:30')
  })

  it.each(LOCALES)('writes every kind in %s, with nothing left unfilled', (locale) => {
    for (const kind of KINDS) {
      for (const form of ['short', 'long'] as const) {
        const { text } = renderer({ kind }, locale)(ONE, form)
        expect(text).toContain('Via Roma 12/A')
        expect(text).not.toMatch(/[{}]|undefined|notice\.|\?/)
        expect(text).not.toContain('internal title')
      }
    }
  })

  it.each(KINDS)('keeps an Italian or English SMS of kind %s in GSM-7, so that it is at most two segments', (kind) => {
    for (const locale of ['it', 'en'] as const) expect(countSegments(renderer({ kind }, locale)(ONE, 'short').text)).toBeLessThanOrEqual(2)
  })

  it('gives why and what to do in letters, and why works were cancelled only there', () => {
    const planned = renderer()(ONE, 'long').text
    expect(planned).toContain('Motivo: Rinnovo della condotta')
    expect(planned).toContain('Cosa fare: Tenga pronta')
    const cancelled = renderer({ kind: 'cancelled' })(ONE, 'long').text
    expect(cancelled).toContain('Motivo: La condotta regge')
    expect(cancelled).not.toContain('Cosa fare')
  })

  it("puts the kind of work before the reason in letters, in the reader's language, and whom to ask beside the usual number", () => {
    const workType = { en: 'Repair', it: 'Riparazione', lt: 'Remontas', uk: 'Ремонт' }
    const facts = { workType, contact: 'Rossi, 0131 1' }
    expect(renderer(facts)(ONE, 'long').text).toContain('Motivo: Riparazione. Rinnovo della condotta')
    expect(renderer({ ...facts, reason: '' }, 'lt')(ONE, 'chat').text).toContain(': Remontas\n')
    expect(renderer(facts)(ONE, 'long').text).toContain(`${UTILITY.phone}; Rossi, 0131 1`)
    expect(renderer({ ...facts, kind: 'cancelled' })(ONE, 'long').text).not.toMatch(/Riparazione|Rossi/)
    expect(renderer(facts)(ONE, 'short').text).toBe(renderer()(ONE, 'short').text)
  })

  it('says how to stop in the way that each channel has', () => {
    expect(renderer()(ONE, 'short').text).toMatch(/Stop: STOP$/)
    expect(renderer()(ONE, 'chat').text).toContain('/stop')
    expect(renderer()(ONE, 'long').text).toContain('annulla iscrizione')
  })

  it('leaves the second address and the advice out where they would cost another segment', () => {
    const long = ['Via Giovanni Pirelli 112/B', 'Piazza Santa Maria delle Grazie in Monte Oliveto 4']
    const cancelled = renderer({ kind: 'restored' })({ addresses: long, windowIds: [1] }, 'short').text
    expect(cancelled).toContain('Via Giovanni Pirelli 112/B e un altro indirizzo')
    expect(countSegments(cancelled)).toBe(1)
    const planned = renderer()({ addresses: long, windowIds: [1] }, 'short').text
    expect(planned).toContain('Piazza Santa Maria delle Grazie in Monte Oliveto 4')
    expect(planned).toContain("scorta d'acqua")
    expect(countSegments(planned)).toBe(2)
  })

  it('keeps Lithuanian and Ukrainian as they are, or in Latin letters where the utility wants it', () => {
    const text = (transliterateSms: boolean) =>
      createRenderer({ facts: FACTS, utility: { ...UTILITY, transliterateSms }, publicUrl: 'https://acque.example' }, 'uk')(
        { addresses: ['вул. Щорса 1'], windowIds: [1] },
        'short',
      ).text
    expect(text(false)).toContain('не буде води')
    expect(text(true)).toContain('ne bude vody')
    expect(text(true)).toContain('vul. Shchorsa 1')
  })

  it('says nothing of a place where none is known', () => {
    for (const kind of KINDS) expect(renderer({ kind })({ addresses: [], windowIds: [1] }, 'short').text).not.toMatch(/, \.|,\.| ,/)
    expect(renderer()({ addresses: [], windowIds: [1] }, 'long').text).not.toContain('Dove')
  })

  it('never writes a question mark that nobody put in, and never asks anyone to sign in', () => {
    const address = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('?'))
    const any = fc.record({
      kind: fc.constantFrom(...KINDS),
      locale: fc.constantFrom(...LOCALES),
      form: fc.constantFrom('short' as const, 'long' as const, 'chat' as const),
      addresses: fc.array(address, { maxLength: 4 }),
      transliterateSms: fc.boolean(),
    })
    fc.assert(
      fc.property(any, ({ kind, locale, form, addresses, transliterateSms }) => {
        const context = { facts: { ...FACTS, kind }, utility: { ...UTILITY, transliterateSms }, publicUrl: 'https://acque.example' }
        const { text } = createRenderer(context, locale)({ addresses, windowIds: [1] }, form)
        expect(text).not.toContain('?')
        expect(text.replace(addresses.join(), '')).not.toMatch(/sign in|log in|acced|prisijung|увійд/i)
      }),
      { numRuns: 300 },
    )
  })
})
