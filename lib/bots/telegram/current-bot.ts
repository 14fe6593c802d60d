import type { Api } from 'grammy'
import { createTelegramApi } from '@/lib/channels/telegram-api'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'

/** Our bot at Telegram, as its token says. */
export interface TelegramBot {
  api: Api
  /** Its username, without "@". Asked for once. */
  name: () => Promise<string>
}

let made: { token: string; apiRoot: string | undefined; bot: TelegramBot } | null = null

/** The bot that this installation speaks as. Throws `not_found` where it has no token. */
export function currentTelegramBot(): TelegramBot {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot } = env()
  if (token === undefined) throw new AppError('not_found', { reason: 'bot_off' })
  if (made?.token === token && made.apiRoot === apiRoot) return made.bot
  const api = createTelegramApi(token, apiRoot)
  let known: Promise<string> | null = null
  const name = () => {
    known ??= api.getMe().then(
      ({ username }) => username,
      (error: unknown) => {
        known = null
        throw error
      },
    )
    return known
  }
  made = { token, apiRoot, bot: { api, name } }
  return made.bot
}
