import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canEditSettings } from '@/lib/auth/policies'
import { env } from '@/lib/env'
import { badInput } from '@/lib/errors'
import { LOCALES, type Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import { getUtility } from '@/lib/utility/queries'
import { ALLOWED_UPDATES } from './allowed-updates'
import { currentTelegramBot } from './current-bot'

/** As they stand in Telegram's menu, the most used first. */
const MENU = ['planned', 'list', 'add', 'enrol', 'remove', 'language', 'person', 'stop', 'start', 'help'] as const

/** What Telegram shows beside the field in which one writes: in the default language for whoever has none of ours. */
async function showCommands(defaultLanguage: Locale): Promise<void> {
  const { api } = currentTelegramBot()
  const commandsIn = (locale: Locale) => MENU.map((command) => ({ command, description: translator(locale, 'bot.command')(command) }))
  await api.setMyCommands(commandsIn(defaultLanguage))
  for (const locale of LOCALES) await api.setMyCommands(commandsIn(locale), { language_code: locale })
}

/**
 * Has Telegram bring updates to this installation's address, with the secret that proves them, and shows the bot's commands. Returns the address.
 * Throws `forbidden`; `bad_input` without a secret, or where the address is not one that Telegram reaches (https); `not_found` without a token.
 */
export async function setTelegramWebhook(actor: Actor): Promise<{ url: string }> {
  requirePolicy(actor, canEditSettings(actor))
  const { TELEGRAM_WEBHOOK_SECRET: secret, PUBLIC_URL } = env()
  const { api } = currentTelegramBot()
  if (secret === undefined) throw badInput('webhook_secret_missing', 'TELEGRAM_WEBHOOK_SECRET')
  if (!PUBLIC_URL.startsWith('https://')) throw badInput('webhook_needs_https', 'PUBLIC_URL')
  const url = `${PUBLIC_URL}/api/webhooks/telegram`
  await api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES })
  await showCommands((await getUtility()).defaultLanguage)
  return { url }
}
