import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { RateGate } from './rate-gate'

/** Two calls of a rate of two, then a third; each takes so many milliseconds. Returns when the third went, after the first did. */
async function whenThirdGoes(takes: [number, number]): Promise<number> {
  const gate = new RateGate(2)
  const start = performance.now()
  for (const milliseconds of takes) {
    const answered = await gate.pass(1)
    await sleep(milliseconds)
    answered()
  }
  await gate.pass(1)
  return performance.now() - start
}

it('lets the next through a second after the first of a full second', async () => {
  const passed = await whenThirdGoes([20, 20])
  expect(passed).toBeGreaterThanOrEqual(1000)
  expect(passed).toBeLessThan(1250)
})

it('reckons that a slow call may have reached the provider late', async () => {
  expect(await whenThirdGoes([320, 20])).toBeGreaterThanOrEqual(1300)
})

it('lets everything through that fits in, and what is more than a second has room for alone', async () => {
  const gate = new RateGate(10)
  const start = performance.now()
  for (const units of [4, 6]) await gate.pass(units)
  expect(performance.now() - start).toBeLessThan(200)
  await gate.pass(11)
  expect(performance.now() - start).toBeGreaterThanOrEqual(1000)
})
