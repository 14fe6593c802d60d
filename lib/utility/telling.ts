import type { Utility } from './utility'

/** How times and the words of staff are told to the public. */
export interface Telling {
  /** IANA zone on whose clocks times are told. */
  zone: string
  /** The language that staff write titles, reasons and advice in; undefined where it is not known. */
  language: string | undefined
}

/** How this utility tells; while it is not known, times are told in UTC. */
export function tellingOf(utility: Utility | null): Telling {
  return { zone: utility?.zone ?? 'UTC', language: utility?.defaultLanguage }
}
