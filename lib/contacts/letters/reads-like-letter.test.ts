import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { LETTER_KINDS, type LetterKind } from './letter'
import { readsLikeLetter } from './reads-like-letter'
import { renderLetter } from './render-letter'

const CONTEXT = {
  utility: { name: 'Acque (e Reti) S.p.A.', sender: 'AcqueReti', phone: '+39 800 000 000', website: 'https://acque.example' },
  publicUrl: 'https://avvisi.acque.example',
  signingSecret: 'a secret',
}
const FACTS = {
  address: 'Via Roma 12/A',
  addressId: 7,
  account: '…166',
  contact: 'a…@example.org',
  count: 7,
  when: 'domenica, 22:57',
  until: '22 lis. 2026',
}

function sent(kind: LetterKind, channel: 'sms' | 'email', locale: (typeof LOCALES)[number]): string {
  const letter = { id: 1n, kind, channel, recipient: 'x', contactId: 4, language: locale, facts: FACTS, secret: null, notAfter: new Date() }
  return renderLetter(letter, { code: '123456', token: 'a-token_1' }, CONTEXT, locale).text
}

describe.each(LOCALES)('in %s', (locale) => {
  it.each(LETTER_KINDS)('a letter of the kind %s reads like one, however its lines were broken', (kind) => {
    for (const channel of ['sms', 'email'] as const) {
      const text = sent(kind, channel, locale)
      expect(readsLikeLetter(text, CONTEXT), text).toBe(true)
      expect(readsLikeLetter(`  ${text.replaceAll(' ', '\n')}\n`, CONTEXT)).toBe(true)
    }
  })
})

it.each([
  ['words around it', `${sent('sign_in', 'sms', 'it')} Chiami il 899 123456.`],
  ['another sender', sent('sign_in', 'sms', 'it').replace('AcqueReti', 'AcquaReti')],
  ['another link', sent('sign_in', 'email', 'it').replace('avvisi.acque.example', 'avvisi.acque.example.evil.example')],
  ['another telephone', sent('contact_removed', 'email', 'en').replace('+39 800 000 000', '+39 899 000 000')],
  ['no words', ''],
  ['half of it', sent('test', 'sms', 'uk').slice(0, 30)],
])('a text with %s does not', (_, text) => {
  expect(readsLikeLetter(text, CONTEXT)).toBe(false)
})
