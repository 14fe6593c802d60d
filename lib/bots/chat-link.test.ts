import { expect, it } from 'vitest'
import { createChatLinkToken, readChatLinkToken } from './chat-link'

const NOW = new Date('2026-11-22T10:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

it('names its person for an hour, in letters that a link to a bot may have', () => {
  const token = createChatLinkToken(4711, NOW, 'secret')
  expect(token).toMatch(/^[A-Za-z0-9_-]{32}$/)
  expect(readChatLinkToken(token, later(59), 'secret')).toBe(4711)
  expect(readChatLinkToken(token, later(61), 'secret')).toBeNull()
})

it('is ours alone, and nobody else’s by a changed letter', () => {
  const token = createChatLinkToken(4711, NOW, 'secret')
  expect(readChatLinkToken(token, NOW, 'another')).toBeNull()
  expect(readChatLinkToken(token, NOW, '')).toBeNull()
  const changed = [...token].map((letter, index) => `${token.slice(0, index)}${letter === 'A' ? 'B' : 'A'}${token.slice(index + 1)}`)
  expect(changed.map((one) => readChatLinkToken(one, NOW, 'secret'))).toEqual(changed.map(() => null))
  expect(() => createChatLinkToken(1, NOW, '')).toThrow('NEXTAUTH_SECRET')
})
