import { type Dialogue, type Effect, type Heard, HOME, type Outcome, type Reply, type Step } from './bots'
import { readAct } from './read-act'
import { step } from './step'

export const PLACE = { id: 12, label: 'Via Roma 12, 15121 Alessandria' }
export const OTHER = { id: 14, label: 'Via Roma 14, 15121 Alessandria' }
export const FOLLOW = { id: 7, label: 'Via Roma 12: acqua, utenza …0042' }
const OUTAGE = {
  ...({ service: 'water', reference: 'W-1', title: 'New main', state: 'coming' } as const),
  ...{ start: '2026-12-01T08:00:00Z', end: '2026-12-01T11:30:00Z' },
}

export type Answers = (effect: Effect) => Outcome

/** A world with one account, one address and its neighbour, in which everything goes well. */
export const kind: Answers = (effect) => {
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
export function say(dialogue: Dialogue, heard: Heard, answers: Answers = kind): { dialogue: Dialogue; reply: Reply; effects: Effect[] } {
  const effects: Effect[] = []
  let turn = step(dialogue, heard)
  while ('effect' in turn) {
    effects.push(turn.effect)
    if (effects.length > 3) throw new Error(`No answer after ${effects.map((effect) => effect.do).join(', ')}`)
    turn = step(turn.dialogue, answers(turn.effect))
  }
  return { ...turn, effects }
}

export const text = (words: string): Heard => ({ kind: 'text', text: words })
export const press = (data: string): Heard => {
  const act = readAct(data)
  return act ? { kind: 'act', act, isAdmin: false } : { kind: 'strange_button' }
}

/** A whole talk: what was said last, and where it stands. */
export function talk(lines: Array<string | Heard>, answers: Answers = kind, from: Step = HOME) {
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
