import { z } from 'zod'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const lead = z.string().regex(/^P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/)
const kind = z.enum(['advance', 'day_before', 'same_day'])

/** One stage: at a wall-clock time some days before, or an ISO-8601 lead before the start. */
export const noticeStage = z.union([
  z.object({ kind, daysBefore: z.number().int().min(0).max(90), at: time }).strict(),
  z.object({ kind, before: lead }).strict(),
])
export const noticeStages = z.array(noticeStage)
export type NoticeStage = z.infer<typeof noticeStage>

/** The oblast power company's plan: five days before, one day before, and on the day with the estimated end. */
export const DEFAULT_NOTICE_PLAN: NoticeStage[] = [
  { kind: 'advance', daysBefore: 5, at: '10:00' },
  { kind: 'day_before', daysBefore: 1, at: '10:00' },
  { kind: 'same_day', before: 'PT2H' },
]
