import { eventType } from 'inngest'
import { z } from 'zod'

const version = z.object({ worksReference: z.string(), version: z.number() })

/** Works were published, or moved as a new version. */
export const worksPublished = eventType('works/published', { schema: version })

/** Works were cancelled: nothing more is told of them but that. */
export const worksCancelled = eventType('works/cancelled', { schema: version })

/** A notice of these works is due. */
export const noticesDue = eventType('notices/due', { schema: z.object({ worksReference: z.string() }) })

/** The ledger has messages to deliver. */
export const messagesQueued = eventType('messages/queued', { schema: z.object({ worksReference: z.string().optional() }) })
