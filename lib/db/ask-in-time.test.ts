import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askInTime } from './ask-in-time'

const never = () => new Promise<string>(() => {})

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => {
  vi.useRealTimers()
  Object.assign(globalThis, { preavvisoSilentUntil: undefined })
})

test('what is answered in time is passed on, failures too', async () => {
  expect(await askInTime(async () => 'yes')).toBe('yes')
  await expect(askInTime(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
})

test('silence is waited for once, then for a while by nobody', async () => {
  const asked = vi.fn(never)
  await expect(askInTime(asked)).rejects.toThrow('says nothing')
  await expect(askInTime(asked)).rejects.toThrow('said nothing just before')
  expect(asked).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(2_001)
  expect(await askInTime(async () => 'back')).toBe('back')
}, 10_000)
