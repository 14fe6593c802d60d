import type { Tone } from '@/components/ui/tone'
import type { MessageState } from '@/lib/db/generated/enums'

/** What a message's state means to the reader. */
export const MESSAGE_TONES: Record<MessageState, Tone> = {
  queued: 'waiting',
  sending: 'waiting',
  sent: 'info',
  delivered: 'clear',
  failed: 'danger',
  expired: 'danger',
  suppressed: 'cancelled',
  superseded: 'neutral',
  unknown: 'unknown',
}
