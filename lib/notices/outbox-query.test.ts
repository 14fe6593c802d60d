import { expect, test } from 'vitest'
import { outboxPath, readOutboxQuery } from './outbox-query'

test('what is shown of the outbox is read from an address, and written into one again', () => {
  const query = readOutboxQuery({ channel: 'sms', language: 'uk', works: 'W-2026-0001', before: '120' })
  expect(query).toEqual({ channel: 'sms', language: 'uk', worksReference: 'W-2026-0001', before: '120' })
  expect(outboxPath(query, '60')).toBe('/outbox?channel=sms&language=uk&works=W-2026-0001&before=60')
})

test('what makes no sense is left out', () => {
  expect(readOutboxQuery({ channel: 'pigeon', language: 'xx', works: ['a', 'b'], before: '1; DROP' })).toEqual({})
})
