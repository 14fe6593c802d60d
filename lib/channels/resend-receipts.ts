import { z } from 'zod'
import { parseInput } from '@/lib/parse-input'
import type { ProviderNews, ProviderReceipt } from './provider-news'

const event = z.object({ type: z.string().max(80) })
const emailEvent = z.object({
  type: z.string(),
  created_at: z.coerce.date(),
  data: z.object({ email_id: z.string().min(1).max(100), bounce: z.object({ type: z.string() }).optional() }),
})
type EmailEvent = z.infer<typeof emailEvent>
type Outcome = Pick<ProviderReceipt, 'state' | 'errorCode'>

/** Delays, openings and clicks say nothing of whether it arrived. A full mailbox bounces too, but not for good. */
const OUTCOMES: Record<string, (data: EmailEvent['data']) => Outcome> = {
  'email.sent': () => ({ state: 'sent', errorCode: null }),
  'email.delivered': () => ({ state: 'delivered', errorCode: null }),
  'email.bounced': ({ bounce }) => ({
    state: 'failed',
    errorCode: bounce?.type === 'Permanent' ? 'resend_bounced_for_good' : 'resend_bounced',
  }),
  // Whoever complains of spam has got it: see settleByReceipts.
  'email.complained': () => ({ state: 'failed', errorCode: 'resend_complained' }),
  'email.suppressed': () => ({ state: 'failed', errorCode: 'resend_suppressed' }),
  'email.failed': () => ({ state: 'failed', errorCode: 'resend_failed' }),
}

/** Reads one of Resend's events; `id` is the delivery's own (svix-id). Events of no interest carry no receipt. Throws `bad_input` for anything else. */
export function readResendReceipts(id: string, body: unknown): ProviderNews {
  const { type } = parseInput(event, body)
  const outcome = Object.hasOwn(OUTCOMES, type) ? OUTCOMES[type] : undefined
  if (!outcome) return { provider: 'resend', id }
  const { created_at: at, data } = parseInput(emailEvent, body)
  return { provider: 'resend', id, receipt: { provider: 'resend', providerId: data.email_id, at, ...outcome(data) } }
}
