import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import type { Act, Dialogue, Step, Turn } from './bots'
import { hearAct } from './hear-act'
import { readWord } from './read-word'
import { ask, goTo, sayMeanwhile } from './turns'
import type { Word } from './words'

/** Longer ones are no account number, no meter number and no address. */
const LONGEST = { number: 40, address: 200 }

/** Whether a yes or a no is waited for. */
const isYesOrNo = ({ at }: Step) => at === 'confirm_follow' || at === 'confirm_drop' || at === 'confirm_leave'

function confirmed(step: Step): Act | null {
  if (step.at === 'confirm_follow') return { do: 'follow_yes', id: step.place.id }
  if (step.at === 'confirm_leave') return { do: 'leave_yes', id: step.place.id }
  return step.at === 'confirm_drop' ? { do: 'drop_yes', id: step.follow.id } : null
}

/** Which act a word is at this step; null where it is none. */
function meaningOf(word: Word | null, step: Step): Act | null {
  if (word === 'yes') return confirmed(step)
  if (word === 'no') return isYesOrNo(step) ? { do: 'cancel' } : null
  return word === null ? null : { do: word }
}

/** The number that somebody chose from a list of `length`: "2", "2.", "№ 2"; null for anything else. */
function readChoice(text: string, length: number): number | null {
  const number = Number(/^\D{0,3}(\d{1,2})\D{0,2}$/.exec(text.trim())?.[1] ?? 0)
  return number >= 1 && number <= length ? number : null
}

function chooseLanguage(dialogue: Dialogue, text: string): Turn {
  const wanted = text.trim().toLowerCase()
  const number = readChoice(text, LOCALES.length)
  const named = LOCALES.find((locale) => LOCALE_NAMES[locale].toLowerCase() === wanted || locale === wanted)
  const language = named ?? (number === null ? undefined : LOCALES[number - 1])
  return language ? hearAct(dialogue, { do: 'speak', language }, '', true) : goTo(dialogue, dialogue.step, [{ say: 'wrong.language' }])
}

function readNumber(dialogue: Dialogue, text: string): Turn {
  const number = text.trim()
  if (!/\d/.test(number) || number.length > LONGEST.number) return goTo(dialogue, dialogue.step, [{ say: 'wrong.account_number' }])
  return ask(dialogue, { do: 'check_number', number })
}

function readProof(dialogue: Dialogue, number: string, text: string): Turn {
  const proof = text.trim()
  if (!/[\p{L}\d]/u.test(proof) || proof.length > LONGEST.number) return goTo(dialogue, dialogue.step, [{ say: 'wrong.account_proof' }])
  return ask(dialogue, { do: 'prove', number, proof })
}

function readAddress(dialogue: Dialogue, to: 'follow' | 'look', text: string): Turn {
  if (!/\p{L}/u.test(text) || text.length > LONGEST.address) return goTo(dialogue, { at: 'address', to }, [{ say: 'wrong.address' }])
  return ask(dialogue, { do: 'find', text, to, isGuess: false })
}

/** Words that answer nothing: an address, perhaps, else something for a person to read. */
function readAnything(dialogue: Dialogue, text: string): Turn {
  const isAddress = /\d/.test(text) && /\p{L}{3}/u.test(text) && text.length <= LONGEST.address
  return ask(dialogue, isAddress ? { do: 'find', text, to: 'look', isGuess: true } : { do: 'note', text })
}

function answerStep(dialogue: Dialogue, text: string): Turn {
  const { step } = dialogue
  if (step.at === 'language') return chooseLanguage(dialogue, text)
  if (step.at === 'account_number') return readNumber(dialogue, text)
  if (step.at === 'account_proof') return readProof(dialogue, step.number, text)
  if (step.at === 'address') return readAddress(dialogue, step.to, text)
  if (step.at === 'choose') {
    const place = step.places[(readChoice(text, step.places.length) ?? 0) - 1] ?? step.places.find(({ label }) => label === text.trim())
    return place ? hearAct(dialogue, { do: step.to, id: place.id }, '', true) : readAddress(dialogue, step.to, text)
  }
  if (step.at === 'pick') {
    const follow = step.follows[(readChoice(text, step.follows.length) ?? 0) - 1] ?? step.follows.find(({ label }) => label === text.trim())
    if (follow) return hearAct(dialogue, { do: 'drop', id: follow.id }, '', true)
    return goTo(dialogue, step, [{ say: 'wrong.choice', values: { most: step.follows.length } }])
  }
  if (isYesOrNo(step)) return goTo(dialogue, step, [{ say: 'wrong.yes_or_no' }])
  return readAnything(dialogue, text)
}

/** What somebody wrote: a word that is a command at any step, else an answer to what was asked. Pure. */
export function hearText(dialogue: Dialogue, text: string): Turn {
  if (text.trim() === '') return sayMeanwhile(dialogue, [{ say: 'unreadable' }])
  const act = meaningOf(readWord(text, dialogue.step.at !== 'home'), dialogue.step)
  return act ? hearAct(dialogue, act, '', true) : answerStep(dialogue, text)
}
