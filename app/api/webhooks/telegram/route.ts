import { receiveTelegramUpdate } from '@/lib/bots/telegram/receive-update'
import { isSignedByTelegram } from '@/lib/channels/webhook-signatures'
import { env } from '@/lib/env'
import { parseJson } from '@/lib/http/parse-json'
import { webhookRoute } from '@/lib/http/webhook-route'

/** POST /api/webhooks/telegram: what people say to the bot, and whether they block it. The answer itself is a call of the Bot API. */
export const POST = webhookRoute({
  isSigned: (request) => {
    const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_SECRET: secret } = env()
    return token && secret ? isSignedByTelegram(request, secret) : null
  },
  receive: async ({ body }, now) => {
    const answer = await receiveTelegramUpdate(parseJson(body), now)
    return answer === null ? new Response(null) : Response.json({ method: 'sendMessage', ...answer.message })
  },
})
