import { parseViberJson } from '@/lib/channels/parse-viber-json'
import { readViberCallback } from '@/lib/channels/viber-callbacks'
import { isSignedByViber } from '@/lib/channels/webhook-signatures'
import { env } from '@/lib/env'
import { parseJson } from '@/lib/http/parse-json'
import { webhookRoute } from '@/lib/http/webhook-route'
import { receiveNews } from '@/lib/notices/receive-news'
import { replyByViber } from '@/lib/notices/reply-by-viber'

/** POST /api/webhooks/viber: what became of messages, people's words to the bot, and whether they block it. */
export const POST = webhookRoute({
  isSigned: (request) => (env().VIBER_AUTH_TOKEN ? isSignedByViber(request, env().VIBER_AUTH_TOKEN ?? '') : null),
  receive: async ({ body }, now) => {
    const news = readViberCallback(parseJson(body, parseViberJson))
    const text = await receiveNews(news, now)
    if (text !== null && news.inbound) await replyByViber(news.inbound.from, text)
    return new Response(null)
  },
})
