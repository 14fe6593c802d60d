import { expect, test, vi } from 'vitest'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { answer } from './answer'

const request = new Request('http://localhost/api/v1/works', { headers: { 'accept-language': 'uk' } })

test('what is known to be wrong is told in the language of the caller', async () => {
  const response = await answer(request, async () => {
    throw new AppError('forbidden', { reason: 'role_not_allowed', field: 'reference' })
  })
  expect(response.status).toBe(403)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({ title: 'Заборонено', reason: 'role_not_allowed', field: 'reference' })
})

test('a fault of ours is logged, and told without its cause', async () => {
  const log = vi.spyOn(logger, 'error').mockImplementation(() => {})
  const response = await answer(request, async () => {
    throw new Error('password of the database: hunter2')
  })
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('hunter2')
  expect(log).toHaveBeenCalledOnce()
})

test('whoever asks too often is told how long to wait', async () => {
  const response = await answer(request, async () => {
    throw new AppError('too_many_requests', { reason: 'wait_and_retry', params: { seconds: 21 } })
  })
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '21'])
  expect((await response.json()).detail).toContain('21 секунду')
})
