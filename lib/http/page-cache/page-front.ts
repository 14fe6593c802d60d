import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { clientKey } from '../client-key'
import { KEPT_PAGE_LIMIT } from '../rate-limit'
import { tooManyPage } from '../too-many-page'
import { ChangeWatch } from './change-watch'
import { type FinishedPage, finishPage } from './finished-page'
import { INNER_HEADER } from './inner-request'
import { keepablePathOrNull } from './keepable-path'
import { PageStore } from './page-store'
import { renderPage } from './render-page'
import { sendPage } from './send-page'

/** What answers a request: Next's own handler, or this front before it. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

function clientOf({ headers, socket }: IncomingMessage): string {
  const said = headers['x-forwarded-for']
  return clientKey((Array.isArray(said) ? said.join() : said)?.split(',').at(-1)?.trim() || (socket.remoteAddress ?? 'unknown'))
}

/**
 * Stands before the application: public pages that were rendered lately are answered from memory, and rendered once for all who wait for them;
 * everything else is the application's, which answers this process alone at the loopback port `port` too. See docs/decisions/021-kept-pages.md.
 */
export function openPageFront(application: Handler, port: number): Handler {
  const store = new PageStore()
  const watch = new ChangeWatch(store)

  async function find(path: string): Promise<FinishedPage> {
    const isFresh = await watch.isFresh()
    const kept = isFresh ? store.get(path) : undefined
    if (kept) return kept
    return store.render(
      path,
      async () => finishPage(await renderPage(port, path)),
      () => isFresh && watch.isKnown(),
    )
  }

  async function answerPage(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    try {
      await KEPT_PAGE_LIMIT.take(clientOf(request))
      await sendPage(request, response, await find(path))
    } catch (error) {
      if (response.headersSent) {
        response.destroy()
      } else if (error instanceof AppError && error.code === 'too_many_requests') {
        const { body, headers } = tooManyPage(path, request.headers['accept-language'] ?? null, Number(error.detail.params?.seconds ?? 60))
        response.writeHead(429, headers).end(body)
      } else {
        logger.warn({ err: error }, 'a page was not rendered for keeping')
        await application(request, response)
      }
    }
  }

  return async (request, response) => {
    // Whoever sends it from outside does not know the secret; nothing behind this line needs to wonder.
    delete request.headers[INNER_HEADER]
    const path = keepablePathOrNull(request)
    return path === null ? application(request, response) : answerPage(request, response, path)
  }
}
