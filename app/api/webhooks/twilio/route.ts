import twilio from 'twilio'
import { readTwilioReceipts } from '@/lib/channels/twilio-receipts'
import { isSignedByTwilio, type SignedRequest } from '@/lib/channels/webhook-signatures'
import { env } from '@/lib/env'
import { readForm } from '@/lib/http/read-form'
import { webhookRoute } from '@/lib/http/webhook-route'
import { receiveNews } from '@/lib/notices/receive-news'

/** Each sender has an address of its own; an inbound SMS may come to the bare one. */
const senderOf = ({ url }: SignedRequest) => new URL(url).searchParams.get('sender') ?? 'twilio'

function tokenOf(request: SignedRequest): string | undefined {
  const tokens: Record<string, string | undefined> = { twilio: env().TWILIO_AUTH_TOKEN, twilio_2: env().TWILIO_2_AUTH_TOKEN }
  return Object.hasOwn(tokens, senderOf(request)) ? tokens[senderOf(request)] : undefined
}

/** POST /api/webhooks/twilio?sender=twilio: what became of SMS, and SMS to us; these are answered in TwiML. */
export const POST = webhookRoute({
  isSigned: (request) => {
    const token = tokenOf(request)
    return token === undefined ? null : isSignedByTwilio(request, readForm(request.body), token)
  },
  receive: async (request, now) => {
    const sender = senderOf(request) === 'twilio_2' ? 'twilio_2' : 'twilio'
    const text = await receiveNews(readTwilioReceipts(sender, readForm(request.body)), now)
    const answer = new twilio.twiml.MessagingResponse()
    if (text !== null) answer.message(text)
    return new Response(answer.toString(), { headers: { 'Content-Type': 'text/xml' } })
  },
})
