import type { Heard } from './bots'

/** What PostgreSQL cannot keep, nor anybody see: NUL and halves of letters. */
const UNKEEPABLE = /[\0\p{Cs}]/gu
/** Telegram's own limit; Viber takes more. Nobody needs so much to say what this dialogue understands. */
const LONGEST = 4_096

const clean = (text: string) => text.slice(0, LONGEST).replace(UNKEEPABLE, '')

/** What somebody said, in letters that can be kept. Pure. */
export function cleanWords(heard: Heard): Heard {
  if (heard.kind === 'text') return { ...heard, text: clean(heard.text) }
  if (heard.kind === 'act' && heard.argument !== undefined) return { ...heard, argument: clean(heard.argument) }
  return heard.kind === 'opened' && heard.token !== null ? { ...heard, token: clean(heard.token) } : heard
}
