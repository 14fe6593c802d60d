import { z } from 'zod'
import { partWindowsInput, windowInput } from './works'

/** What programs send to move works through their life: the shape only, the use cases check the rest. */
export const publishBody = z.object({ shortNoticeReason: z.string().optional() })
export type PublishBody = z.infer<typeof publishBody>

export const cancelBody = z.object({ reason: z.string() })
export type CancelBody = z.infer<typeof cancelBody>

/** `windows` for all parts alike, or `parts` with the windows of each, in order. */
export const rescheduleBody = z.object({
  windows: z.array(windowInput).optional(),
  parts: z.array(partWindowsInput).optional(),
  shortNoticeReason: z.string().optional(),
})
export type RescheduleBody = z.infer<typeof rescheduleBody>

/** `until`: "14:30" today or "2026-12-01T14:30" on the utility's clocks, or an instant with its offset. */
export const extendBody = z.object({ until: z.string() })
export type ExtendBody = z.infer<typeof extendBody>

/** Nothing is asked: supply is back now. */
export const restoreBody = z.object({})
export type RestoreBody = z.infer<typeof restoreBody>
