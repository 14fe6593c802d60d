import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inBatches } from './in-batches'

it('a crowd goes together, in few batches, and each gets its own', async () => {
  const sizes: number[] = []
  const double = inBatches(async (items: number[]) => {
    sizes.push(items.length)
    await sleep(5)
    return items.map((item) => item * 2)
  }, 50)
  const items = Array.from({ length: 200 }, (_, index) => index)
  expect(await Promise.all(items.map(double))).toEqual(items.map((item) => item * 2))
  expect(sizes.length).toBeLessThanOrEqual(6)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(50)
  expect(await double(21)).toBe(42)
})

it('one fault is nobody else’s', async () => {
  const work = inBatches(async (items: number[]) => {
    await sleep(1)
    if (items.includes(13)) throw new Error('unlucky')
    return items
  }, 100)
  const results = await Promise.allSettled([11, 12, 13, 14].map(work))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(await work(15)).toBe(15)
})
