import { leadMinutes, toLead } from '@/lib/utility/lead'
import type { NoticeStage } from '@/lib/utility/notice-plan'

/** A stage while it is typed; `key` tells it from the others. */
export interface StageRow {
  key: number
  kind: NoticeStage['kind']
  by: 'clock' | 'lead'
  daysBefore: string
  at: string
  hours: string
}

/** A stored stage as a row; what the other way of saying it would need is filled in with something sensible. */
export function toRow(stage: NoticeStage, key: number): StageRow {
  const row = { key, kind: stage.kind, daysBefore: '1', at: '10:00', hours: '2' }
  if ('before' in stage) return { ...row, by: 'lead', hours: String(Number((leadMinutes(stage.before) / 60).toFixed(2))) }
  return { ...row, by: 'clock', daysBefore: String(stage.daysBefore), at: stage.at }
}

/** A row as a stage; what is no number is left for the check to refuse. */
export function toStage({ kind, by, daysBefore, at, hours }: StageRow): NoticeStage {
  if (by === 'lead') return { kind, before: toLead(Math.max(0, Math.round(Number(hours.replace(',', '.')) * 60) || 0)) }
  return { kind, daysBefore: Number(daysBefore || Number.NaN), at }
}
