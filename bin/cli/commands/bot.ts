import type { Command } from 'commander'
import { pollTelegram } from '@/lib/bots/telegram/poll-telegram'
import { setTelegramWebhook } from '@/lib/bots/telegram/set-telegram-webhook'
import { setViberWebhook } from '@/lib/bots/viber/set-viber-webhook'
import { badInput } from '@/lib/errors'
import { cliActor } from '../actor'
import { print } from '../output'

interface TelegramOptions {
  poll?: boolean
  setWebhook?: boolean
  json?: boolean
}

/** Asks until the terminal says that it is enough. */
async function poll(): Promise<void> {
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  await pollTelegram(cliActor(), stopping.signal, (name) => process.stderr.write(`@${name} listens. Ctrl+C ends it.\n`))
}

/** `bot telegram --poll|--set-webhook`, `bot viber --set-webhook`: how people's words reach the bots. */
export function registerBot(program: Command): void {
  const bot = program.command('bot').description("how people's words reach the bots")
  bot
    .command('telegram')
    .description('listen to Telegram from this machine, or have it call this installation')
    .option('--poll', 'ask Telegram for what people write, until ended: needs no address that Telegram reaches')
    .option('--set-webhook', 'have Telegram call PUBLIC_URL, and show the commands')
    .option('--json', 'print one JSON document')
    .action(async ({ poll: isPolling, setWebhook, json }: TelegramOptions) => {
      if (isPolling === setWebhook) throw badInput('bot_poll_or_webhook', 'bot')
      if (isPolling) return poll()
      const set = await setTelegramWebhook(cliActor())
      print({ json }, set, () => `Telegram calls ${set.url}`)
    })
  bot
    .command('viber')
    .description('have Viber call this installation')
    .option('--set-webhook', 'have Viber call PUBLIC_URL')
    .option('--json', 'print one JSON document')
    .action(async ({ setWebhook, json }: { setWebhook?: boolean; json?: boolean }) => {
      if (!setWebhook) throw badInput('bot_webhook_only', 'bot')
      const set = await setViberWebhook(cliActor())
      print({ json }, set, () => `Viber calls ${set.url}`)
    })
}
