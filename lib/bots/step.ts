import { type Dialogue, type Heard, HOME, type Outcome, type Turn } from './bots'
import { hearAct } from './hear-act'
import { hearOutcome } from './hear-outcome'
import { hearText } from './hear-text'
import { readAct } from './read-act'
import { ask, sayMeanwhile } from './turns'

/** A page sends people here with "a" and an address's id (lib/contacts/bot-links.ts), or with a token of their own (chat-link.ts). */
function open(dialogue: Dialogue, { token, isAsked }: Extract<Heard, { kind: 'opened' }>): Turn {
  if (token === null) return ask(dialogue, { do: 'start', isOpened: true, isAsked })
  const follow = readAct(token.replace(/^a(?=\d+$)/, 'follow:'))
  return follow?.do === 'follow' ? hearAct(dialogue, follow, '', true) : ask(dialogue, { do: 'link', token }, HOME)
}

function hear(dialogue: Dialogue, heard: Heard): Turn {
  switch (heard.kind) {
    case 'act':
      return hearAct(dialogue, heard.act, heard.argument ?? '', heard.isAdmin)
    case 'opened':
      return open(dialogue, heard)
    case 'text':
      return hearText(dialogue, heard.text)
    case 'location': {
      const to = 'to' in dialogue.step ? dialogue.step.to : 'look'
      return ask(dialogue, { do: 'find_near', longitude: heard.longitude, latitude: heard.latitude, to })
    }
    default:
      return sayMeanwhile(dialogue, [{ say: heard.kind }])
  }
}

/**
 * One move of the dialogue: what somebody did, or what came of something that the dialogue had done, gives where it stands then, and an answer or one
 * thing to be done first. Pure: knows no messenger, no language, no clock. Whatever comes, after at most three effects there is an answer.
 */
export function step(dialogue: Dialogue, input: Heard | Outcome): Turn {
  return 'is' in input ? hearOutcome(dialogue, input) : hear(dialogue, input)
}
