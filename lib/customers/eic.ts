/** Values 0 to 36 of the characters in the order of the EIC reference manual (ENTSO-E, section "check character"). */
const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'
const BODY_LENGTH = 15
const BODY = /^[0-9A-Z-]{15}$/

/**
 * The check character of an EIC code's first 15 characters: weights 16 down to 2, modulo 37 (ENTSO-E, EIC reference manual).
 * Throws for anything but 15 characters of 0-9, A-Z and "-".
 */
export function eicCheckCharacter(code15: string): string {
  if (!BODY.test(code15)) throw new RangeError('an EIC code without its check character has 15 characters of 0-9, A-Z and -')
  const sum = [...code15].reduce((total, character, index) => total + CHARACTERS.indexOf(character) * (BODY_LENGTH + 1 - index), 0)
  return CHARACTERS.charAt(36 - ((sum + 36) % 37))
}

/** Whether a text is an EIC code: 16 characters whose last one checks the others and is not "-". */
export function isValidEic(code: string): boolean {
  const body = code.slice(0, BODY_LENGTH)
  return code.length === BODY_LENGTH + 1 && BODY.test(body) && !code.endsWith('-') && eicCheckCharacter(body) === code.at(-1)
}
