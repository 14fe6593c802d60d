import { describe, expect, it } from 'vitest'
import { MessageState } from '@/lib/db/generated/enums'
import { doesCountClose, type MessageCounts, reconcile } from './reconciliation'

function counts(some: Partial<MessageCounts> = {}): MessageCounts {
  return { ...(Object.fromEntries(Object.values(MessageState).map((state) => [state, 0])) as MessageCounts), ...some }
}

describe('reconcile', () => {
  it('has nothing to say of a notice that was not opened', () => {
    expect(reconcile({ audience: null, counts: counts() })).toBe('not_opened')
  })

  it('closes when every message has come to some end, also a bad one', () => {
    const ends = { sent: 1, delivered: 4, failed: 1, expired: 1, suppressed: 1, superseded: 1, unknown: 1 }
    expect(reconcile({ audience: 10, counts: counts(ends) })).toBe('closes')
    expect(doesCountClose({ audience: 10, counts: counts(ends) })).toBe(true)
  })

  it('closes for a notice that had nobody to tell', () => {
    expect(doesCountClose({ audience: 0, counts: counts() })).toBe(true)
  })

  it.each(['queued', 'sending'] as const)('is under way while a message is %s', (state) => {
    const notice = { audience: 3, counts: counts({ delivered: 2, [state]: 1 }) }
    expect(reconcile(notice)).toBe('under_way')
    expect(doesCountClose(notice)).toBe(false)
  })

  it('differs when a message is missing, or one too many', () => {
    expect(reconcile({ audience: 3, counts: counts({ delivered: 2 }) })).toBe('differs')
    expect(reconcile({ audience: 3, counts: counts({ delivered: 4 }) })).toBe('differs')
    expect(doesCountClose({ audience: 3, counts: counts({ delivered: 2 }) })).toBe(false)
  })

  it('differs when there are messages of a notice that nobody opened', () => {
    expect(reconcile({ audience: null, counts: counts({ sent: 1 }) })).toBe('differs')
  })
})
