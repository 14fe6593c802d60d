import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { type Dialogue, type Heard, HOME, type Step, stepSchema } from './bots'
import { promptOf } from './prompt-of'
import { readAct } from './read-act'
import { type ReplyContext, renderReply } from './render-reply'
import { FOLLOW, OTHER, PLACE, press, say, text } from './step-lab'

const CONTEXT: ReplyContext = {
  utility: { name: 'Acque di Prova', zone: 'Europe/Rome', phone: '+39 0131 000000', phoneHours: '' },
  channel: 'telegram',
  publicUrl: 'https://acque.example',
}

const STEPS: Step[] = [
  HOME,
  { at: 'language' },
  { at: 'account_number' },
  { at: 'account_proof', number: '123456789' },
  { at: 'address', to: 'follow' },
  { at: 'address', to: 'look' },
  { at: 'choose', to: 'follow', places: [PLACE, OTHER] },
  { at: 'choose', to: 'look', places: [PLACE, OTHER] },
  { at: 'confirm_follow', place: PLACE },
  { at: 'pick', follows: [FOLLOW] },
  { at: 'confirm_drop', follow: FOLLOW },
  { at: 'confirm_leave', place: PLACE },
]

describe.each(LOCALES)('in %s', (locale) => {
  it.each(STEPS)('every step has a question, with buttons that mean something: $at $to', (at) => {
    const { text: said, buttons } = renderReply(promptOf(at, false), locale, CONTEXT)
    expect(said).not.toMatch(/\bbot\./)
    expect(said.length).toBeGreaterThan(10)
    expect(buttons.length).toBeGreaterThan(0)
    for (const button of buttons.flat()) {
      expect(button.text).not.toBe('')
      if ('act' in button) expect(readAct(button.act), button.act).not.toBeNull()
    }
  })

  it.each(STEPS)('what stands on the buttons may be written as well: $at $to', (at) => {
    const rendered = renderReply(promptOf(at, false), locale, CONTEXT)
    const from: Dialogue = { step: at, isGroup: false }
    for (const button of rendered.buttons.flat()) {
      if (!('act' in button)) continue
      const [pressed, written] = [say(from, press(button.act)), say(from, text(button.text))]
      expect([written.dialogue, written.effects], button.text).toEqual([pressed.dialogue, pressed.effects])
    }
  })
})

/** Anything that may come: words of all kinds, buttons of all times, things that cannot be read. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    'stop',
    'старт',
    'add',
    'indirizzo',
    'sąrašas',
    'так',
    'no',
    'назад',
    'annulla',
    '1',
    '2',
    '42',
    'Via Roma 12',
    'Via Roma',
    'remove',
    'kalba',
    '',
    ' ',
  ),
)
const anyAct = fc.constantFrom(
  'menu',
  'add',
  'enrol',
  'list',
  'remove',
  'planned',
  'follow:12',
  'follow_yes:12',
  'leave:13',
  'leave_yes:12',
  'drop:7',
  'drop:8',
  'drop_yes:7',
  'look:12',
  'speak:uk',
  'speak:xx',
  'follow:0',
)
const anyHeard: fc.Arbitrary<Heard> = fc.oneof(
  anyText.map(text),
  anyAct.map(press),
  fc.constantFrom<Heard>(
    { kind: 'unreadable' },
    { kind: 'edited' },
    { kind: 'late' },
    { kind: 'strange_button' },
    { kind: 'opened', token: null, isAsked: true },
    { kind: 'opened', token: 'x', isAsked: true },
  ),
  fc.record({
    kind: fc.constant('location' as const),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  }),
)

describe('whatever is said', () => {
  it('ends in a state that can be kept and an answer that can be sent, in every language', () => {
    fc.assert(
      fc.property(fc.array(anyHeard, { maxLength: 12 }), fc.boolean(), (talked, isGroup) => {
        let state: Dialogue = { step: HOME, isGroup }
        for (const heard of talked) {
          const { dialogue, reply } = say(state, heard)
          expect(stepSchema.parse(JSON.parse(JSON.stringify(dialogue.step)))).toEqual(dialogue.step)
          expect(dialogue.isGroup).toBe(isGroup)
          for (const locale of LOCALES) {
            const { text: said, buttons } = renderReply(reply, locale, CONTEXT)
            expect(said.trim().length).toBeGreaterThan(0)
            expect(said.length).toBeLessThanOrEqual(4096)
            for (const button of buttons.flat()) if ('act' in button) expect(Buffer.byteLength(button.act)).toBeLessThanOrEqual(64)
          }
          state = dialogue
        }
      }),
      { numRuns: 300 },
    )
  })

  it('comes home again by a word, from wherever it is', () => {
    fc.assert(
      fc.property(fc.array(anyHeard, { maxLength: 8 }), (talked) => {
        const end = [...talked, text('cancel')].reduce<Dialogue>((state, heard) => say(state, heard).dialogue, {
          step: HOME,
          isGroup: false,
        })
        expect(end.step).toEqual(HOME)
      }),
    )
  })
})
