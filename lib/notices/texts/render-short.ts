import type { Utility } from '@/lib/utility/utility'
import { fewestSegments } from './fit-segments'
import { plainMarks, transliterate } from './transliterate'

/** An SMS names at most so many addresses and windows; its link shows the rest. */
const NAMED = 2

/** Words below `notice` in the reader's language. */
export type Words = (key: string, values?: Record<string, string | number | Date>) => string

/** What is the same for every reader of a notice in one language. */
export interface ShortFrame {
  wording: string
  supply: string
  link: string
  /** What to do, in half a sentence; null where nothing is to be done. */
  advice: string | null
}

/** What is the reader's own: addresses, windows in words, and when supply is expected back. */
export interface ShortConcern {
  addresses: string[]
  times: string[]
  end: string
}

/** Places that no catalogue has, filled in for each reader: much quicker than the catalogue's own. */
export const SLOTS = { when: '\u0001', where: '\u0002', end: '\u0003' } as const

function joinSome(items: string[], named: number, andMore: (count: number) => string): string {
  const some = items.slice(0, named).join(', ')
  return items.length > named ? `${some} ${andMore(items.length - named)}` : some
}

/** Every choice of what may be said besides, the most telling first: all, each alone, nothing. */
function choicesOf(extras: string[]): string[] {
  const alone = extras.length > 1 ? extras : []
  return [...new Set([extras.map((extra) => `${extra} `).join(''), ...alone.map((extra) => `${extra} `), ''])]
}

/** What an SMS is made of, with slots: first and last sentence, and what may be said between them. */
export interface ShortSentences {
  head: string
  extras: string[]
  tail: string
}

export function shortSentences({ wording, supply, link, advice }: ShortFrame, sender: string, words: Words): ShortSentences {
  const back = wording === 'same_day' ? [words('short.back', { end: SLOTS.end })] : []
  return {
    head: words(`short.${wording}`, { sender, supply, when: SLOTS.when, where: SLOTS.where, end: SLOTS.end }),
    extras: [...back, ...(advice ? [advice] : [])],
    tail: `${words('short.link', { link })} ${words('short.stop')}`,
  }
}

/** How an SMS is spelled: in the letters of GSM-7, or with a keyboard's marks. */
export function spellShort(transliterateSms: boolean): (text: string) => string {
  return transliterateSms ? transliterate : plainMarks
}

/**
 * The SMS of one notice in one language, in the fewest segments: who, what, when, where, where to look and how to stop are always in it; the
 * second address, when supply is back in words of its own, and what to do as far as they cost nothing more.
 */
export function createShortRenderer(
  frame: ShortFrame,
  { sender, transliterateSms }: Pick<Utility, 'sender' | 'transliterateSms'>,
  words: Words,
): (concern: ShortConcern) => string {
  const { head, extras, tail } = shortSentences(frame, sender, words)
  const choices = choicesOf(extras)
  const spell = spellShort(transliterateSms)
  const andMore = (count: number) => words('andMore', { count })
  return ({ addresses, times, end }) => {
    const when = joinSome(times, NAMED, (count) => words('andMoreTimes', { count }))
    const lengths = addresses.length > 1 ? [NAMED, 1] : [NAMED]
    const places = lengths.map((named) => (addresses.length > 0 ? `, ${joinSome(addresses, named, andMore)}` : ''))
    const fill = (choice: string, where: string) =>
      spell(
        `${head} ${choice}${tail}`
          .replace(SLOTS.when, () => when)
          .replace(SLOTS.where, () => where)
          .replaceAll(SLOTS.end, () => end),
      )
    return fewestSegments(places.flatMap((where) => choices.map((choice) => fill(choice, where))))
  }
}
