import { z } from 'zod'
import { parseInput } from '@/lib/parse-input'
import type { ProviderNews, ProviderReceipt } from './provider-news'

/** A message's status as it goes on; what comes before `sent` says nothing that the ledger does not know. */
const STATES: Record<string, ProviderReceipt['state']> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
}

const sid = z.string().min(1).max(64)
const status = z.object({
  MessageSid: sid,
  MessageStatus: z.string().max(40),
  ErrorCode: z
    .string()
    .regex(/^\d{0,6}$/)
    .optional(),
})
/** Twilio joins the segments of a long SMS: at most 1,600 characters. */
const inbound = z.object({ MessageSid: sid, From: z.string().min(1).max(64), Body: z.string().max(2000) })

/**
 * Reads a status callback or an SMS that somebody sent us; `sender` is whose address was called. Twilio does not say when it happened.
 * Throws `bad_input` for anything else.
 */
export function readTwilioReceipts(sender: 'twilio' | 'twilio_2', form: Record<string, unknown>): ProviderNews {
  if (form.MessageStatus === undefined) {
    const { MessageSid, From, Body } = parseInput(inbound, form)
    return { provider: sender, id: MessageSid, inbound: { channel: 'sms', from: From, text: Body } }
  }
  const { MessageSid, MessageStatus, ErrorCode } = parseInput(status, form)
  const state = Object.hasOwn(STATES, MessageStatus) ? STATES[MessageStatus] : undefined
  if (!state) return { provider: sender, id: MessageSid }
  const errorCode = state === 'failed' ? `twilio_${ErrorCode || MessageStatus}` : null
  return { provider: sender, id: MessageSid, receipt: { provider: sender, providerId: MessageSid, state, errorCode, at: null } }
}
