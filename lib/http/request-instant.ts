import { currentInstant } from '@/lib/clock'

/** The installation's clock for a public answer. While the database does not answer it is real time: whoever asks gets an answer anyway. */
export function requestInstant(): Promise<Date> {
  return currentInstant().catch(() => new Date())
}
