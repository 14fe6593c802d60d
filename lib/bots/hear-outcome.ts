import { type Button, type Dialogue, HOME, type Outcome, type Place, type Say, type Step, type Turn } from './bots'
import { LANGUAGES, menuButtons } from './prompt-of'
import { ask, finish, goTo, sayMeanwhile } from './turns'

type Of<Is extends Outcome['is']> = Extract<Outcome, { is: Is }>

const MORE: Button[][] = [
  [
    { label: 'add', act: 'add' },
    { label: 'enrol', act: 'enrol' },
  ],
]
const followButton = ({ id }: Place): Button[][] => [[{ label: 'follow_here', act: `follow:${id}` }]]

function hearFound(dialogue: Dialogue, { to, places, isExact, guess }: Of<'found'>): Turn {
  const [first] = places
  // It only looked like an address: somebody may have told us something.
  if (guess !== null && !isExact) return ask(dialogue, { do: 'note', text: guess })
  if (!first) return goTo(dialogue, { at: 'address', to }, [{ say: 'not_found' }])
  if (!isExact || places.length > 1) return goTo(dialogue, { at: 'choose', to, places })
  if (to === 'follow') return goTo(dialogue, { at: 'confirm_follow', place: first })
  return ask(dialogue, { do: 'planned', id: first.id }, HOME)
}

function hearListed(dialogue: Dialogue, { to, follows }: Of<'listed'>): Turn {
  const labels = follows.map(({ label }) => label)
  if (typeof to === 'object') {
    const follow = follows.find(({ id }) => id === to.drop)
    return follow ? goTo(dialogue, { at: 'confirm_drop', follow }) : finish(dialogue, [{ say: 'gone' }])
  }
  if (follows.length === 0) return sayMeanwhile(dialogue, [{ say: 'list_empty' }])
  if (to === 'remove') return goTo(dialogue, { at: 'pick', follows })
  return sayMeanwhile(dialogue, [{ say: 'list' }, { numbered: labels }], [[{ label: 'remove', act: 'remove' }]])
}

function hearPlanned(dialogue: Dialogue, { places, isOne }: Of<'planned'>): Turn {
  const [first] = places
  if (!first) return isOne ? sayMeanwhile(dialogue, [{ say: 'gone' }]) : lookUp(dialogue)
  return sayMeanwhile(dialogue, [{ planned: places }], isOne ? followButton(first) : [])
}

/** Nothing is followed yet: then which address? In the middle of something else it is only said. */
function lookUp(dialogue: Dialogue): Turn {
  if (dialogue.step.at !== 'home' || dialogue.isGroup) return sayMeanwhile(dialogue, [{ say: 'list_empty' }])
  return goTo(dialogue, { at: 'address', to: 'look' })
}

/** What is wrong with an answer is asked for again; any other refusal ends what was asked. */
function hearRefused(dialogue: Dialogue, { reason, field, params }: Of<'refused'>): Turn {
  const says = [{ error: reason, values: params }]
  if (field === 'number') return goTo(dialogue, { at: 'account_number' }, says)
  return field === 'proof' && dialogue.step.at === 'account_proof' ? goTo(dialogue, dialogue.step, says) : finish(dialogue, says)
}

function hearStarted(dialogue: Dialogue, { isTold, isOpened }: Of<'started'>): Turn {
  const says = isTold ? 'started' : isOpened ? 'welcome' : 'started_nothing'
  if (dialogue.step.at !== 'home') return goTo(dialogue, dialogue.step, [{ say: isTold ? 'started' : 'still_open' }])
  if (dialogue.isGroup) return sayMeanwhile(dialogue, [{ say: isTold ? 'started' : 'group.welcome' }])
  return sayMeanwhile(dialogue, [{ say: says }], isOpened && !isTold ? LANGUAGES : [])
}

/** Done: what was asked about it is done with. Anything else that was asked meanwhile (the button was an old one) is asked again. */
function conclude(dialogue: Dialogue, ended: Step['at'][], says: Say[], buttons: Button[][] = []): Turn {
  return ended.includes(dialogue.step.at) ? finish(dialogue, says, buttons) : sayMeanwhile(dialogue, says, buttons)
}

const HEAR: { [Is in Outcome['is']]: (dialogue: Dialogue, outcome: Of<Is>) => Turn } = {
  number_read: (dialogue, { number }) => goTo(dialogue, { at: 'account_proof', number }),
  proved: (dialogue, { label }) => finish(dialogue, [{ say: 'proved', values: { what: label } }]),
  not_proved: (dialogue) =>
    goTo(dialogue, dialogue.step.at === 'account_proof' ? dialogue.step : { at: 'account_number' }, [{ say: 'not_proved' }]),
  refused: hearRefused,
  found: hearFound,
  named: (dialogue, { to, place }) => {
    if (!place) return finish(dialogue, [{ say: 'gone' }])
    return goTo(dialogue, to === 'follow' ? { at: 'confirm_follow', place } : { at: 'confirm_leave', place })
  },
  followed: (dialogue, { label }) =>
    conclude(
      dialogue,
      ['address', 'choose', 'confirm_follow'],
      [{ say: dialogue.isGroup ? 'group.followed' : 'followed', values: { place: label } }],
    ),
  listed: hearListed,
  dropped: (dialogue, { label }) =>
    conclude(dialogue, ['pick', 'confirm_drop'], [label === null ? { say: 'gone' } : { say: 'dropped', values: { what: label } }]),
  left: (dialogue, { label, id }) =>
    label === null
      ? conclude(dialogue, ['confirm_leave'], [{ say: 'gone' }])
      : conclude(
          dialogue,
          ['confirm_leave'],
          [{ say: 'left', values: { place: label } }],
          [[{ label: 'follow_again', act: `follow:${id}` }]],
        ),
  stopped: (dialogue, { remaining }) => ({
    dialogue,
    reply: {
      says: remaining.length > 0 ? [{ say: 'stopped' }, { channels: remaining }] : [{ say: 'stopped' }],
      buttons: [[{ label: 'start', act: 'start' }]],
    },
  }),
  started: hearStarted,
  linked: (dialogue, { isLinked }) => finish(dialogue, [{ say: isLinked ? 'linked' : 'link_wrong' }]),
  planned: hearPlanned,
  noted: (dialogue) => ({ dialogue, reply: { says: [{ say: 'not_understood' }], buttons: menuButtons(dialogue.isGroup) } }),
  spoken: (dialogue) =>
    dialogue.step.at === 'home'
      ? sayMeanwhile(dialogue, [{ say: 'spoken' }, { say: 'menu' }], MORE.slice(1))
      : goTo(dialogue, dialogue.step, [{ say: 'spoken' }]),
}

/** What came of something that the dialogue had done. Pure. */
export function hearOutcome(dialogue: Dialogue, outcome: Outcome): Turn {
  const hear = HEAR[outcome.is] as (dialogue: Dialogue, outcome: Outcome) => Turn
  return hear(dialogue, outcome)
}
