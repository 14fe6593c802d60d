import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import type { OutboxFilter } from './list-outbox'

export const CHANNELS = ['sms', 'email', 'telegram', 'viber'] as const

export type OutboxQuery = Omit<OutboxFilter, 'limit'>

const query = z.object({
  channel: z.enum(CHANNELS).optional().catch(undefined),
  language: z.enum(LOCALES).optional().catch(undefined),
  works: z.string().trim().max(40).optional().catch(undefined),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
})

/** Reads what to show of the outbox from an address; what makes no sense there is left out. */
export function readOutboxQuery(params: Record<string, string | string[] | undefined>): OutboxQuery {
  const { channel, language, works, before } = query.parse(params)
  return { ...(channel && { channel }), ...(language && { language }), ...(works && { worksReference: works }), ...(before && { before }) }
}

/** The page after the entry `before`, with the same filter: "?channel=sms&before=120". Without `before`, the newest. */
export function outboxPath({ channel, language, worksReference }: OutboxQuery, before?: string): string {
  const params = Object.entries({ channel, language, works: worksReference, before }).filter(([, value]) => value)
  return `/outbox?${new URLSearchParams(params as Array<[string, string]>)}`
}
