import { beforeAll, expect, it } from 'vitest'
import { ADVANCE, addPeople, deliver, findMessages, later, publish, receivedBy, startLab } from './delivery-lab'
import { createUtility } from './factories'

const lab = startLab({ use: ['twilio', 'telegram'], environment: { SMS_RATE: '20' } })

beforeAll(createUtility)

it('leaves a provider alone for as long as it asks, loses nothing, and holds up no other channel', async () => {
  await addPeople(24, 30)
  await addPeople(24, 5, 'telegram')
  const reference = await publish(24)
  const { behaviour, log } = lab.twilio.provider
  behaviour.rate = 5
  const samples: Array<{ at: number; reached: number; limited: number }> = []
  const look = setInterval(() => {
    const { accepted, limited } = log.summary()
    samples.push({ at: performance.now(), reached: accepted + limited, limited })
  }, 5)
  await deliver(ADVANCE)
  clearInterval(look)
  expect(receivedBy(lab, 'telegram')).toHaveLength(5)
  const refusedAt = samples.find(({ limited }) => limited > 0)?.at ?? 0
  const quiet = samples.filter(({ at }) => at > refusedAt + 200 && at < refusedAt + 700)
  expect(quiet.length).toBeGreaterThan(20)
  expect(new Set(quiet.map(({ reached }) => reached)).size).toBe(1)

  behaviour.rate = null
  for (let seconds = 2; seconds < 20 && receivedBy(lab, 'twilio').length < 30; seconds += 2) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await deliver(later(ADVANCE, seconds * 1000))
  }
  expect((await findMessages(reference, 'advance')).map(({ state }) => state)).toEqual(Array(35).fill('sent'))
  expect(log.summary()).toMatchObject({ accepted: 30, doubles: 0, violations: 0 })
})
