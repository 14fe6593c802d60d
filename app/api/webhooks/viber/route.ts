import { receiveViberCallback } from '@/lib/bots/viber/receive-callback'
import { parseViberJson } from '@/lib/channels/parse-viber-json'
import { isSignedByViber } from '@/lib/channels/webhook-signatures'
import { env } from '@/lib/env'
import { parseJson } from '@/lib/http/parse-json'
import { webhookRoute } from '@/lib/http/webhook-route'

/** POST /api/webhooks/viber: what became of messages, what people say to the bot, and whether they block it. A welcome is the response itself. */
export const POST = webhookRoute({
  isSigned: (request) => (env().VIBER_AUTH_TOKEN ? isSignedByViber(request, env().VIBER_AUTH_TOKEN ?? '') : null),
  receive: async ({ body }, now) => {
    const welcome = await receiveViberCallback(parseJson(body, parseViberJson), now)
    return welcome === null ? new Response(null) : Response.json(welcome)
  },
})
