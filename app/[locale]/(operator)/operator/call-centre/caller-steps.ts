import type { CallerSteps } from '@/components/call-centre/caller-steps'
import type { CallerTarget } from '@/lib/call-centre/call-centre'
import {
  addContactAction,
  confirmContactAction,
  replaceContactAction,
  revealContactsAction,
  setContactLanguageAction,
  stopContactAction,
  writeCallNoteAction,
} from './actions'

/** What can be done on the screen of one caller. Whole contacts are for whoever may read them. */
export function callerSteps(target: CallerTarget, mayReveal: boolean): CallerSteps {
  return {
    add: addContactAction,
    replace: replaceContactAction,
    setLanguage: setContactLanguageAction,
    confirm: confirmContactAction,
    stop: stopContactAction,
    note: writeCallNoteAction,
    reveal: mayReveal ? revealContactsAction.bind(null, target) : null,
  }
}
