import { env } from '@/lib/env'
import { logger } from '@/lib/logger'
import { hasInngest, inngest } from './client'
import { worksCancelled, worksPublished } from './events'

const EVENTS = { 'works/published': worksPublished, 'works/cancelled': worksCancelled }

/**
 * Tells the engine that works were published or cancelled. Only a wake-up: without it, or when it is lost, the sweep finds the same
 * rows within a minute. So it never fails what was already written.
 */
export async function sendWorksEvent(name: keyof typeof EVENTS, works: { reference: string; version: number }): Promise<void> {
  if (!hasInngest(env())) return
  try {
    await inngest.send(EVENTS[name].create({ worksReference: works.reference, version: works.version }))
  } catch (error) {
    logger.warn({ error, name, works: works.reference }, 'event not sent: the sweep will do its work')
  }
}
