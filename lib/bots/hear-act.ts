import { type Act, type Command, type Dialogue, HOME, type Step, type Turn } from './bots'
import { ask, finish, goTo, sayMeanwhile } from './turns'

/** Whence one came to a step. */
function stepBefore(step: Step): Step {
  if (step.at === 'account_proof') return { at: 'account_number' }
  if (step.at === 'choose') return { at: 'address', to: step.to }
  if (step.at === 'confirm_follow') return { at: 'address', to: 'follow' }
  return HOME
}

/** In a group nothing is heard but commands: the address has to stand in one. */
function askAddress(dialogue: Dialogue): Turn {
  return dialogue.isGroup ? sayMeanwhile(dialogue, [{ say: 'group.how_to_enrol' }]) : goTo(dialogue, { at: 'address', to: 'follow' })
}

const COMMANDS: Record<Command, (dialogue: Dialogue, argument: string) => Turn> = {
  menu: (dialogue) => goTo(dialogue, dialogue.step, dialogue.step.at === 'home' ? [] : [{ say: 'still_open' }]),
  help: (dialogue) => sayMeanwhile(dialogue, [{ say: dialogue.isGroup ? 'group.help' : 'help' }]),
  person: (dialogue) => sayMeanwhile(dialogue, [{ say: 'person' }]),
  language: (dialogue) => goTo(dialogue, { at: 'language' }),
  add: (dialogue) => goTo(dialogue, { at: 'account_number' }),
  enrol: (dialogue, argument) =>
    argument === ''
      ? askAddress(dialogue)
      : ask(dialogue, { do: 'find', text: argument, to: 'follow', isGuess: false }, { at: 'address', to: 'follow' }),
  list: (dialogue) => ask(dialogue, { do: 'list', to: 'list' }),
  remove: (dialogue) => ask(dialogue, { do: 'list', to: 'remove' }),
  planned: (dialogue, argument) =>
    argument === ''
      ? ask(dialogue, { do: 'planned', id: null })
      : ask(dialogue, { do: 'find', text: argument, to: 'look', isGuess: false }, { at: 'address', to: 'look' }),
  stop: (dialogue) => ask(dialogue, { do: 'stop' }, HOME),
  start: (dialogue) => ask(dialogue, { do: 'start', isOpened: false, isAsked: true }),
  back: (dialogue) =>
    dialogue.step.at === 'home' ? goTo(dialogue, HOME, [{ say: 'nothing_open' }]) : goTo(dialogue, stepBefore(dialogue.step)),
  cancel: (dialogue) => finish(dialogue, [{ say: dialogue.step.at === 'home' ? 'nothing_open' : 'cancelled' }]),
}

/** What changes something for the others in a group: its admins alone may. Looking up and asking for help may anyone. */
const FOR_ANYBODY = new Set<Act['do']>(['menu', 'help', 'person', 'list', 'planned', 'look'])
export const isForAnybody = ({ do: what }: Act) => FOR_ANYBODY.has(what)

/** How the address is called that was just asked about; null of another, as an old button may mean. */
function labelOf(step: Step, id: number): string | null {
  return step.at === 'confirm_follow' && step.place.id === id ? step.place.label : null
}

function act(dialogue: Dialogue, what: Act, argument: string): Turn {
  if (what.do === 'speak')
    return ask(dialogue, { do: 'speak', language: what.language }, dialogue.step.at === 'language' ? HOME : dialogue.step)
  if (!('id' in what)) return COMMANDS[what.do](dialogue, argument)
  const { id } = what
  if (what.do === 'look')
    return ask(dialogue, { do: 'planned', id }, 'to' in dialogue.step && dialogue.step.to === 'look' ? HOME : dialogue.step)
  if (what.do === 'follow' || what.do === 'leave') return ask(dialogue, { do: 'name_place', id, to: what.do })
  if (what.do === 'follow_yes') return ask(dialogue, { do: 'follow', id, label: labelOf(dialogue.step, id) })
  if (what.do === 'leave_yes') return ask(dialogue, { do: 'leave', id })
  if (what.do === 'drop') return ask(dialogue, { do: 'list', to: { drop: id } })
  return ask(dialogue, { do: 'drop', id })
}

/** A command or a button, wherever the dialogue stands. Pure. */
export function hearAct(dialogue: Dialogue, what: Act, argument: string, isAdmin: boolean): Turn {
  if (!dialogue.isGroup) return act(dialogue, what, argument)
  if (what.do === 'add') return sayMeanwhile(dialogue, [{ say: 'group.no_accounts' }])
  if (!isAdmin && !isForAnybody(what)) return { dialogue, reply: { says: [{ say: 'group.admins_only' }], buttons: [] } }
  return act(dialogue, what, argument)
}
