import { Api } from 'grammy'
import { REQUEST_TIMEOUT } from './request-timeout'
import { telegramFetch } from './telegram-fetch'

const API_ROOT = 'https://api.telegram.org'

/** The Bot API over our kept connections. A failure is grammY's: `GrammyError` is Telegram's word, `HttpError` a connection that broke. */
export function createTelegramApi(token: string, apiRoot: string | undefined): Api {
  return new Api(token, {
    apiRoot: (apiRoot ?? API_ROOT).replace(/\/$/, ''),
    fetch: telegramFetch as unknown as typeof fetch,
    // Its own clock stops only the waiting; the call itself is given up a little earlier.
    timeoutSeconds: 1 + REQUEST_TIMEOUT / 1000,
  })
}
