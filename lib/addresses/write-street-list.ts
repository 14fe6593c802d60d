import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { formatHouseNumber } from './house-number'
import type { NumberRange, StreetSelection } from './street-list'

type Words = ReturnType<typeof translator>

function bound(number: number, suffix = ''): string {
  return formatHouseNumber({ number, suffix })
}

/** "12/A", "dal 4 al 58 pari", "fino al 20", "dal 57 alla fine", "numeri pari". */
function writeRange({ from, to, parity, fromSuffix, toSuffix }: NumberRange, words: Words): string {
  const side = parity ? ` ${words(parity)}` : ''
  if (from === null && to === null) return words(parity ? `${parity}_side` : 'whole')
  if (from === null) return `${words('up_to', { to: bound(to ?? 0, toSuffix) })}${side}`
  if (to === null) return `${words('onwards', { from: bound(from, fromSuffix) })}${side}`
  const [first, last] = [bound(from, fromSuffix), bound(to, toSuffix)]
  return first === last ? `${first}${side}` : `${words('from_to', { from: first, to: last })}${side}`
}

/** The numbers of a selection as an office writes them in one language, or that it is the whole street. */
export function writeListedNumbers({ ranges, excluded = [] }: Pick<StreetSelection, 'ranges' | 'excluded'>, locale: Locale): string {
  const words = translator(locale, 'street_list')
  const listed = ranges === null ? words('whole') : ranges.map((range) => writeRange(range, words)).join(', ')
  if (excluded.length === 0) return listed
  return `${listed} (${words('except', { numbers: excluded.map((range) => writeRange(range, words)).join(', ') })})`
}

/** Selections as a list of streets in one language, one a line. readStreetList reads it back the same. */
export function writeStreetList(selections: ReadonlyArray<Pick<StreetSelection, 'label' | 'ranges' | 'excluded'>>, locale: Locale): string {
  return selections.map((selection) => `${selection.label} ${writeListedNumbers(selection, locale)}`).join(';\n')
}
