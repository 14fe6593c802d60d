import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MessageButton } from '@/lib/channels/channels'
import { viberKeyboard } from '@/lib/channels/viber-keyboard'
import { checkViberCall } from './check-viber-call'

it('a button writes its words, with what it does behind them where the words would not say it', () => {
  const { keyboard } =
    viberKeyboard([
      [
        { text: 'Sì', act: 'follow_yes:12' },
        { text: 'Aiuto', act: 'help' },
      ],
    ]) ?? {}
  expect(keyboard?.Buttons).toEqual([
    { Columns: 3, Rows: 1, ActionType: 'reply', ActionBody: 'Sì (follow_yes:12)', Text: 'Sì' },
    { Columns: 3, Rows: 1, ActionType: 'reply', ActionBody: 'Aiuto', Text: 'Aiuto' },
  ])
})

it('needs a newer app for a location alone, and says nothing of what leads nowhere', () => {
  expect(viberKeyboard([[{ text: 'Here', asks: 'location' }]])).toMatchObject({ min_api_version: 3 })
  expect(viberKeyboard([[{ text: 'Map', url: 'https://acque.example/it' }]])).toMatchObject({ min_api_version: 1 })
  expect(viberKeyboard([[{ text: 'Map', url: 'http://localhost:3000/it' }], []])).toBeNull()
  expect(viberKeyboard()).toBeNull()
})

const button: fc.Arbitrary<MessageButton> = fc.oneof(
  fc.record({ text: fc.string({ minLength: 1, maxLength: 60 }), act: fc.constantFrom('help', 'follow:12', 'leave_yes:2147483647') }),
  fc.record({ text: fc.string({ minLength: 1, maxLength: 40 }), url: fc.webUrl() }),
  fc.record({ text: fc.string({ minLength: 1, maxLength: 40 }), asks: fc.constant('location' as const) }),
)

it('any buttons make a keyboard that Viber takes', () => {
  fc.assert(
    fc.property(fc.array(fc.array(button, { maxLength: 4 }), { maxLength: 8 }), (buttons) => {
      const fields = { receiver: 'u', type: 'text', text: 'x', sender: { name: 'Acque' }, min_api_version: 1, ...viberKeyboard(buttons) }
      expect(checkViberCall('send_message', fields, JSON.stringify(fields).length)).toBeNull()
    }),
  )
})
