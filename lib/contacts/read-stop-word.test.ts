import { describe, expect, it } from 'vitest'
import { readStopWord } from './read-stop-word'

describe('a word that stops messages', () => {
  it.each([
    ...['STOP', 'stop', 'Stop.', ' stop! ', '"STOP"', '«Стоп»', '/stop', 'Stop all', 'STOPALL', 'UNSUBSCRIBE', 'opt-out', 'STOP \u{1F64F}'],
    ...['FERMA', 'Annulla', 'basta!!!', 'cancellami', 'ＳＴＯＰ', 'stop\n'],
    ...['Atsisakyti', 'nebesiųskite', 'NEBESIUSKITE', 'gana'],
    ...['СТОП', 'відписатися', 'ВІДПИСАТИСЬ', 'досить.'],
  ])('is %j', (text) => {
    expect(readStopWord(text)).toBe('stop')
  })
})

describe('a word that starts them again', () => {
  it.each(['START', '/start', 'yes', 'Sì', 'SI', "si'", 'si’', 'pradėti', 'Pradeti', 'TAIP', 'старт', 'Так!', 'підписатися'])(
    'is %j',
    (text) => {
      expect(readStopWord(text)).toBe('start')
    },
  )
})

describe('nothing else is taken for one', () => {
  it.each([
    ...[
      '',
      ' ',
      '!',
      '???',
      '\u{1F6D1}',
      '0',
      'null',
      '__proto__',
      'constructor',
      'stopp',
      'sto p',
      'non stop',
      'stop?start',
      'start stop',
    ],
    ...[
      'Please stop the water',
      'When does it stop?',
      'Is the bus stop affected',
      'basta acqua',
      'si rompe',
      'tai',
      'чому стоп',
      'stop-start',
    ],
    ...['stop'.repeat(100), `stop${' '.repeat(100)}`, 'sto\u0000p', '/start 12345'],
  ])('%j is not', (text) => {
    expect(readStopWord(text)).toBeNull()
  })
})
