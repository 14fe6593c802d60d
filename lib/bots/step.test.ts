import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { type Dialogue, type Effect, type Heard, HOME, type Outcome, type Reply, type Step, stepSchema } from './bots'
import { promptOf } from './prompt-of'
import { readAct } from './read-act'
import { type ReplyContext, renderReply } from './render-reply'
import { step } from './step'

const PLACE = { id: 12, label: 'Via Roma 12, 15121 Alessandria' }
const OTHER = { id: 14, label: 'Via Roma 14, 15121 Alessandria' }
const FOLLOW = { id: 7, label: 'Via Roma 12: acqua, utenza …0042' }
const CONTEXT: ReplyContext = {
  utility: { name: 'Acque di Prova', zone: 'Europe/Rome', phone: '+39 0131 000000', phoneHours: '' },
  channel: 'telegram',
  publicUrl: 'https://acque.example',
}
const OUTAGE = {
  ...({ service: 'water', reference: 'W-1', title: 'New main', state: 'coming' } as const),
  ...{ start: '2026-12-01T08:00:00Z', end: '2026-12-01T11:30:00Z' },
}

type Answers = (effect: Effect) => Outcome

/** A world with one account, one address and its neighbour, in which everything goes well. */
const kind: Answers = (effect) => {
  switch (effect.do) {
    case 'check_number':
      return { is: 'number_read', number: effect.number }
    case 'prove':
      return effect.proof === '42' ? { is: 'proved', label: FOLLOW.label } : { is: 'not_proved' }
    case 'find':
      if (effect.text.includes('Roma 12'))
        return { is: 'found', to: effect.to, places: [PLACE], isExact: true, guess: effect.isGuess ? effect.text : null }
      return {
        is: 'found',
        to: effect.to,
        places: effect.text.includes('Roma') ? [PLACE, OTHER] : [],
        isExact: false,
        guess: effect.isGuess ? effect.text : null,
      }
    case 'find_near':
      return { is: 'found', to: effect.to, places: [PLACE, OTHER], isExact: false, guess: null }
    case 'name_place':
      return { is: 'named', to: effect.to, place: effect.id === 12 ? PLACE : null }
    case 'follow':
      return { is: 'followed', label: PLACE.label }
    case 'list':
      return { is: 'listed', to: effect.to, follows: [FOLLOW] }
    case 'drop':
      return { is: 'dropped', label: effect.id === 7 ? FOLLOW.label : null }
    case 'leave':
      return { is: 'left', label: PLACE.label, id: effect.id }
    case 'stop':
      return { is: 'stopped', remaining: ['sms', 'email'] }
    case 'start':
      return { is: 'started', isTold: false, isOpened: effect.isOpened }
    case 'link':
      return { is: 'linked', isLinked: false }
    case 'planned':
      return { is: 'planned', places: [{ ...PLACE, status: 'affected', outages: [OUTAGE] }], isOne: effect.id !== null }
    case 'note':
      return { is: 'noted' }
    case 'speak':
      return { is: 'spoken' }
  }
}

/** One input to its answer; throws when there is none after three effects. */
function say(dialogue: Dialogue, heard: Heard, answers: Answers = kind): { dialogue: Dialogue; reply: Reply; effects: Effect[] } {
  const effects: Effect[] = []
  let turn = step(dialogue, heard)
  while ('effect' in turn) {
    effects.push(turn.effect)
    if (effects.length > 3) throw new Error(`No answer after ${effects.map((effect) => effect.do).join(', ')}`)
    turn = step(turn.dialogue, answers(turn.effect))
  }
  return { ...turn, effects }
}

const text = (words: string): Heard => ({ kind: 'text', text: words })
const press = (data: string): Heard => {
  const act = readAct(data)
  return act ? { kind: 'act', act, isAdmin: false } : { kind: 'strange_button' }
}

/** A whole talk: what was said last, and where it stands. */
function talk(lines: Array<string | Heard>, answers: Answers = kind, from: Step = HOME) {
  let state: Dialogue = { step: from, isGroup: false }
  const effects: Effect[] = []
  let reply: Reply = { says: [], buttons: [] }
  for (const line of lines) {
    const said = say(state, typeof line === 'string' ? text(line) : line, answers)
    state = said.dialogue
    reply = said.reply
    effects.push(...said.effects)
  }
  return {
    at: state.step.at,
    step: state.step,
    effects,
    says: reply.says.map((one) => ('say' in one ? one.say : Object.keys(one)[0])),
    reply,
  }
}

describe('a talk', () => {
  it('adds an account by its number and its meter, in plain words', () => {
    const { at, effects, says } = talk(['aggiungi', ' 123456789 ', '42'])
    expect(effects.at(-1)).toEqual({ do: 'prove', number: '123456789', proof: '42' })
    expect([at, says[0]]).toEqual(['home', 'proved'])
  })

  it('says that number and meter do not belong together, and lets either be written again', () => {
    expect(talk(['add', '123456789', '43'])).toMatchObject({ at: 'account_proof', says: ['not_proved', 'ask.account_proof'] })
    expect(talk(['add', '123456789', '43', 'назад']).at).toBe('account_number')
    expect(talk(['add', '123456789', '43', '42']).at).toBe('home')
  })

  it('stops asking for proofs while too many were wrong', () => {
    const blocked: Answers = (effect) =>
      effect.do === 'prove' ? { is: 'refused', reason: 'wait_and_retry', field: null, params: { seconds: 60 } } : kind(effect)
    expect(talk(['add', '1', '2'], blocked)).toMatchObject({ at: 'home', says: ['error'] })
  })

  it('follows an address that was typed, after a yes', () => {
    expect(talk(['indirizzo', 'Via Roma 12']).step).toEqual({ at: 'confirm_follow', place: PLACE })
    expect(talk(['indirizzo', 'Via Roma 12', 'sì'])).toMatchObject({
      at: 'home',
      effects: [{ do: 'find' }, { do: 'follow', id: 12, label: PLACE.label }],
    })
    expect(talk(['indirizzo', 'Via Roma 12', 'no'])).toMatchObject({ at: 'home', says: ['cancelled'] })
    expect(talk(['indirizzo', 'Via Roma 12', 'forse'])).toMatchObject({ at: 'confirm_follow', says: ['wrong.yes_or_no', 'ask.follow'] })
  })

  it('follows an address chosen by number, by button, or where somebody stands', () => {
    expect(talk(['enrol', 'Via Roma', '1']).at).toBe('confirm_follow')
    expect(talk(['enrol', 'Via Roma', '№ 1.']).at).toBe('confirm_follow')
    expect(talk(['enrol', 'Via Roma', press('follow:12')]).at).toBe('confirm_follow')
    expect(talk(['enrol', { kind: 'location', longitude: 8.6, latitude: 44.9 }]).at).toBe('choose')
    expect(talk(['enrol', 'Via Roma', '9', 'Via Roma 12']).at).toBe('confirm_follow')
  })

  it('asks what is planned at any time, and goes on where it was', () => {
    expect(talk(['add', '123456789', 'що заплановано?'])).toMatchObject({ at: 'account_proof', says: ['planned', 'ask.account_proof'] })
    expect(talk(['add', '123456789', 'help', 'person', '42']).at).toBe('home')
  })

  it('looks up an address that somebody writes for no reason, and keeps other words for people', () => {
    expect(talk(['Via Roma 12'])).toMatchObject({ at: 'home', says: ['planned'] })
    expect(talk(['there is no water since 10 in the morning']).effects.map((effect) => effect.do)).toEqual(['find', 'note'])
    expect(talk(['grazie mille'])).toMatchObject({ effects: [{ do: 'note', text: 'grazie mille' }], says: ['not_understood'] })
  })

  it('asks for an address where nothing is followed', () => {
    const empty: Answers = (effect) =>
      effect.do === 'planned' && effect.id === null ? { is: 'planned', places: [], isOne: false } : kind(effect)
    expect(talk(['planned'], empty).step).toEqual({ at: 'address', to: 'look' })
    expect(talk(['planned', 'Via Roma 12'], empty)).toMatchObject({ at: 'home', says: ['planned'] })
  })

  it('removes one thing of the list, by number and after a yes', () => {
    expect(talk(['rimuovi', '1', 'taip']).effects.at(-1)).toEqual({ do: 'drop', id: 7 })
    expect(talk(['rimuovi', '5'])).toMatchObject({ at: 'pick', says: ['wrong.choice', 'ask.pick', 'numbered'] })
    expect(talk([press('drop:99')])).toMatchObject({ at: 'home', says: ['gone'] })
  })

  it('stops for one address from a notice: one tap, then a yes', () => {
    expect(talk([press('leave:12')]).step).toEqual({ at: 'confirm_leave', place: PLACE })
    expect(talk([press('leave:12'), press('leave_yes:12')]).effects.at(-1)).toEqual({ do: 'leave', id: 12 })
    expect(talk([press('leave:13')])).toMatchObject({ at: 'home', says: ['gone'] })
  })

  it('stops everything at a word, wherever it stands, but never by a word that ends a question', () => {
    for (const word of ['stop', 'STOP!', 'Basta', 'стоп', '/stop', 'sustabdyti']) {
      expect(talk(['add', word]).effects, word).toEqual([{ do: 'stop' }])
      expect(talk([word]).effects, word).toEqual([{ do: 'stop' }])
    }
    for (const word of ['cancel', 'annulla', 'скасувати', 'atšaukti']) {
      expect(talk(['add', word]), word).toMatchObject({ at: 'home', effects: [], says: ['cancelled'] })
      expect(talk([word]), word).toMatchObject({ at: 'home', effects: [], says: ['nothing_open'] })
    }
  })

  it('does what an old button says, in the middle of something else, and goes on with that', () => {
    expect(talk(['add', press('follow_yes:12')])).toMatchObject({ at: 'account_number', says: ['followed', 'ask.account_number'] })
    expect(talk(['add', press('nonsense:1')])).toMatchObject({ at: 'account_number', says: ['strange_button', 'ask.account_number'] })
  })

  it('begins with the address that a page named, or with the chat of an account', () => {
    expect(talk([{ kind: 'opened', token: 'a12', isAsked: true }]).step).toEqual({ at: 'confirm_follow', place: PLACE })
    expect(talk([{ kind: 'opened', token: 'a0', isAsked: true }])).toMatchObject({
      effects: [{ do: 'link', token: 'a0' }],
      says: ['link_wrong'],
    })
  })

  it('is taken up again after a greeting', () => {
    expect(talk(['add', 'ciao'])).toMatchObject({ at: 'account_number', says: ['still_open', 'ask.account_number'] })
    expect(talk(['add', { kind: 'opened', token: null, isAsked: true }]).at).toBe('account_number')
  })
})

describe('in a group', () => {
  const group: Dialogue = { step: HOME, isGroup: true }
  const command = (act: Extract<Heard, { kind: 'act' }>['act'], isAdmin: boolean, argument = ''): Heard => ({
    kind: 'act',
    act,
    isAdmin,
    argument,
  })

  it('admins alone change what it is told; anybody may ask', () => {
    expect(say(group, command({ do: 'enrol' }, false, 'Via Roma 12')).reply.says).toEqual([{ say: 'group.admins_only' }])
    expect(say(group, command({ do: 'stop' }, false)).effects).toEqual([])
    expect(say(group, command({ do: 'planned' }, false)).effects).toEqual([{ do: 'planned', id: null }])
    expect(say(group, command({ do: 'enrol' }, true, 'Via Roma 12')).dialogue.step).toEqual({ at: 'confirm_follow', place: PLACE })
  })

  it('nobody writes account numbers', () => {
    expect(say(group, command({ do: 'add' }, true)).reply.says).toEqual([{ say: 'group.no_accounts' }])
  })
})

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
