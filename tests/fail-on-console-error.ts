import { afterEach, beforeEach, expect, vi } from 'vitest'

// Whatever writes an error that no test expects has failed, even when every assertion holds.
beforeEach(() => {
  vi.spyOn(console, 'error')
})

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([])
  vi.restoreAllMocks()
})
