import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { CATALOGUES } from '@/lib/i18n/catalogues'
import { LOCALES, type Locale } from '@/lib/i18n/locales'

type Tree = { [key: string]: string | Tree }
type Element = ReturnType<IntlMessageFormat['getAst']>[number]

/** Every message by its full key. */
function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): Array<[string, string]> => {
    return typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flatten(value, `${prefix}${key}.`)]
  })
  return new Map(entries)
}

/** The names that a message has filled in, also inside its plurals. */
function placeholdersOf(elements: Element[]): string[] {
  const names = elements.flatMap((element) => {
    const inner = 'options' in element ? Object.values(element.options).flatMap((option) => placeholdersOf(option.value)) : []
    return 'value' in element && element.type !== 0 ? [element.value, ...inner] : inner
  })
  return [...new Set(names)].sort()
}

/** The plural forms that each plural of a message has words for. */
function pluralsOf(elements: Element[]): string[][] {
  return elements.flatMap((element) => ('pluralType' in element ? [Object.keys(element.options)] : []))
}

function astOf(message: string, locale: Locale): Element[] {
  return new IntlMessageFormat(message, locale).getAst()
}

const english = flatten(CATALOGUES.en)

describe.each(LOCALES.filter((locale) => locale !== 'en'))('the catalogue of %s', (locale) => {
  const messages = flatten(CATALOGUES[locale])

  it('has the keys that English has', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('fills in what English fills in', () => {
    const different = [...messages].filter(([key, message]) => {
      const own = placeholdersOf(astOf(message, locale)).join()
      return own !== placeholdersOf(astOf(english.get(key) ?? '', 'en')).join()
    })
    expect(different).toEqual([])
  })
})

describe.each(LOCALES)('the plurals of %s', (locale) => {
  it('have a form for every number of the language', () => {
    // "many" may be left to "other": for whole numbers, which is all that is counted here, one of the two is never used.
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((form) => form !== 'many')
    const lacking = [...flatten(CATALOGUES[locale])].filter(([, message]) =>
      pluralsOf(astOf(message, locale)).some((forms) => needed.some((form) => !forms.includes(form))),
    )
    expect(lacking).toEqual([])
  })
})

describe('the words of every language', () => {
  it.each(LOCALES)('%s has no empty message', (locale) => {
    expect([...flatten(CATALOGUES[locale])].filter(([, message]) => message.trim() === '')).toEqual([])
  })
})
