import { expect, test, vi } from 'vitest'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { feedRoute } from './feed-route'

const context = { params: Promise.resolve({}) }
const ask = (client: string, headers: Record<string, string> = {}) =>
  new Request('http://localhost/feeds/works.atom', { headers: { 'x-forwarded-for': client, ...headers } })

const GET = feedRoute({ type: 'application/atom+xml; charset=utf-8', fileName: 'works.atom' }, async () => '<feed>Žalias</feed>')

test('a feed has its type, its age and a tag, and is for every page', async () => {
  const answer = await GET(ask('192.0.2.1'), context)
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'public, max-age=15',
    'access-control-allow-origin': '*',
    'content-disposition': 'inline; filename="works.atom"',
  })
  const tag = answer.headers.get('etag') ?? ''
  const again = await GET(ask('192.0.2.1', { 'if-none-match': `"other", W/${tag}` }), context)
  expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, ''])
})

test('what is known to be wrong is told, and what is not is "we cannot look", never an empty feed', async () => {
  const error = vi.spyOn(logger, 'error').mockImplementation(() => {})
  const wrong = feedRoute({ type: 'text/plain' }, async () => {
    throw new AppError('not_found', { reason: 'address_not_served' })
  })
  const away = feedRoute({ type: 'text/plain' }, async () => {
    throw new Error('connect ECONNREFUSED')
  })
  const answers = [await wrong(ask('192.0.2.2'), context), await away(ask('192.0.2.2'), context)]
  expect(answers.map(({ status, headers }) => [status, headers.get('retry-after'), headers.get('cache-control')])).toEqual([
    [404, null, 'no-store'],
    [503, '60', 'no-store'],
  ])
  expect(await answers[1]?.text()).not.toContain('ECONNREFUSED')
  expect(error).toHaveBeenCalledOnce()
  error.mockRestore()
})

test('whoever floods a feed is told to wait, and others are not', async () => {
  const statuses = new Set<number>()
  for (let call = 0; call < 3_001; call++) statuses.add((await GET(ask('192.0.2.3'), context)).status)
  expect([...statuses]).toEqual([200, 429])
  expect((await GET(ask('192.0.2.4'), context)).status).toBe(200)
})
