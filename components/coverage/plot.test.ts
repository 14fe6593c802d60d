import { expect, test } from 'vitest'
import { FRAME, plot, topOf } from './plot'

const day = (text: string, withAny: number, accounts = 100) => ({ day: text, accounts, withAny, withSms: 0, withEmail: 0, withChat: 0 })

test('days stand by their date, not by their number, and shares between the edges', () => {
  const days = [day('2026-01-01', 0), day('2026-01-02', 20), day('2026-01-11', 40)]
  const top = topOf(days)
  expect(top).toBe(0.4)
  const [first, second, last] = plot(days, 'withAny', top)
  expect(first).toEqual({ x: FRAME.left, y: FRAME.height - FRAME.bottom })
  expect(last).toEqual({ x: FRAME.width - FRAME.right, y: FRAME.top })
  expect(((second?.x ?? 0) - FRAME.left) / (FRAME.width - FRAME.left - FRAME.right)).toBeCloseTo(0.1)
})

test('nothing is divided by: no accounts, and one day alone', () => {
  expect(topOf([day('2026-01-01', 0, 0)])).toBe(0.1)
  expect(plot([day('2026-01-01', 0, 0)], 'withAny', 0.1)).toEqual([{ x: FRAME.left, y: FRAME.height - FRAME.bottom }])
})
