import { expect, test } from 'vitest'
import { rateLimit } from './rate-limit'

test('one too many is refused, and others are not', async () => {
  const limit = rateLimit('test', 2, 60)
  await limit.take('ann')
  await limit.take('ann')
  await expect(limit.take('ann')).rejects.toMatchObject({ code: 'too_many_requests', detail: { params: { seconds: 60 } } })
  await expect(limit.take('bob')).resolves.toBeUndefined()
})
