import { afterAll, expect, vi } from 'vitest'

const before = { ...process.env }

// The files of one worker share its process: whatever one leaves behind would be another's riddle.
afterAll(() => {
  expect(process.env).toEqual(before)
  expect(vi.isFakeTimers()).toBe(false)
})
