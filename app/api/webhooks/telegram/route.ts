import { readTelegramUpdate } from '@/lib/channels/telegram-updates'
import { isSignedByTelegram } from '@/lib/channels/webhook-signatures'
import { env } from '@/lib/env'
import { parseJson } from '@/lib/http/parse-json'
import { webhookRoute } from '@/lib/http/webhook-route'
import { receiveNews } from '@/lib/notices/receive-news'

/** POST /api/webhooks/telegram: people's words to the bot, and whether they block it. The answer itself is a call of the Bot API. */
export const POST = webhookRoute({
  isSigned: (request) => {
    const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret } = env()
    return token && secret ? isSignedByTelegram(request, secret) : null
  },
  receive: async ({ body }, now) => {
    const news = readTelegramUpdate(parseJson(body))
    const text = await receiveNews(news, now)
    return text === null ? new Response(null) : Response.json({ method: 'sendMessage', chat_id: Number(news.inbound?.from), text })
  },
})
