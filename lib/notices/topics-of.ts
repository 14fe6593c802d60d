import type { NoticeKind, Topic } from '@/lib/db/generated/enums'

/**
 * Which topics bring a kind of notice: one of them is enough. Whoever asked to hear on the day alone hears of nothing before, but is not left
 * with what has become untrue: a change or a cancellation goes, as ever, only to whoever heard something.
 */
export const TOPICS_OF: Record<NoticeKind, readonly Topic[]> = {
  legal: ['planned_works'],
  advance: ['planned_works'],
  day_before: ['planned_works'],
  same_day: ['on_the_day'],
  changed: ['planned_works', 'on_the_day'],
  cancelled: ['planned_works', 'on_the_day'],
  extended: ['progress'],
  restored: ['progress'],
}
