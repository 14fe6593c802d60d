import { currentInstant } from '@/lib/clock'
import { askInTime } from '@/lib/db/ask-in-time'

/** The installation's clock for a public answer. While the database does not answer it is real time: whoever asks gets an answer anyway. */
export function requestInstant(): Promise<Date> {
  return askInTime(currentInstant).catch(() => new Date())
}
