import { expect, test } from 'vitest'
import { stripHeader } from './strip-header'

test.each([
  ['Niente acqua domani', 'Niente acqua domani', false],
  ['From: +39 333 1234567\nNiente acqua', 'Niente acqua', true],
  [
    '---------- Forwarded message ---------\nDa: Acque <a@acque.example>\nData: 26/11/2026\nOggetto: Interruzione\n\nNiente acqua',
    'Niente acqua',
    true,
  ],
  ['Fwd: inoltrato\n\nNiente acqua', 'Niente acqua', true],
  ['Переслане повідомлення\nВід: Водоканал\nНе буде води', 'Не буде води', true],
  ['> Niente acqua\n> > domani', 'Niente acqua\ndomani', false],
  ['Da: https://evil.example\nNiente acqua', 'Da: https://evil.example\nNiente acqua', false],
  ['Dove: Via Roma 1', 'Dove: Via Roma 1', false],
  ['From: someone', '', true],
])('%o is read as %o', (text, expected, hasHeader) => {
  expect(stripHeader(text)).toEqual({ text: expected, hasHeader })
})
