import { readResendReceipts } from '@/lib/channels/resend-receipts'
import { isSignedByResend } from '@/lib/channels/webhook-signatures'
import { env } from '@/lib/env'
import { parseJson } from '@/lib/http/parse-json'
import { webhookRoute } from '@/lib/http/webhook-route'
import { receiveNews } from '@/lib/notices/receive-news'

/** POST /api/webhooks/resend: what became of e-mails. */
export const POST = webhookRoute({
  isSigned: (request) => (env().RESEND_WEBHOOK_SECRET ? isSignedByResend(request, env().RESEND_WEBHOOK_SECRET ?? '') : null),
  receive: async ({ headers, body }, now) => {
    await receiveNews(readResendReceipts(headers.get('svix-id') ?? '', parseJson(body)), now)
    return new Response(null)
  },
})
