import { describe, expect, it } from 'vitest'
import { readWord } from './read-word'

describe('a whole message', () => {
  it.each([
    ['Che cosa è previsto?', 'planned'],
    ['cosa e previsto', 'planned'],
    ['ЩО ЗАПЛАНОВАНО', 'planned'],
    ['Kas planuojama?', 'planned'],
    ['?', 'help'],
    [' Aiuto! ', 'help'],
    ['мої адреси', 'list'],
    ['Pridėti', 'add'],
    ['prideti', 'add'],
    ['talk to a person', 'person'],
    ['людина', 'person'],
    ['Buongiorno', 'menu'],
  ] as const)('%j means %s wherever the dialogue stands', (text, word) => {
    expect(readWord(text, false)).toBe(word)
    expect(readWord(text, true)).toBe(word)
  })

  it.each(['STOP', 'basta', 'стоп', '/stop'])('%j stops everything', (text) => {
    expect([readWord(text, false), readWord(text, true)]).toEqual(['stop', 'stop'])
  })

  it.each(['cancel', 'Annulla', 'СКАСУВАТИ', 'atšaukti'])('%j ends a question, and stops no messages', (text) => {
    expect([readWord(text, false), readWord(text, true)]).toEqual(['cancel', 'cancel'])
  })

  it.each(['sì', 'так', 'taip', 'yes'])('%j answers a question where there is one', (text) => {
    expect([readWord(text, true), readWord(text, false)]).toEqual(['yes', 'start'])
  })

  it.each(['Via della Stazione 12', 'please do not stop', '123456789', '', ' ', 'x'.repeat(61), 'non voglio più ricevere nulla'])(
    '%j is no command',
    (text) => {
      expect(readWord(text, true)).toBeNull()
    },
  )
})
