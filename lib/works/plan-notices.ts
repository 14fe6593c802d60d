import { Temporal } from 'temporal-polyfill'
import type { NoticeKind } from '@/lib/db/generated/enums'
import type { NoticeStage } from '@/lib/utility/notice-plan'
import { atWallClock, inZone } from '@/lib/wall-clock'
import { outsideQuietHours, type QuietHours, soonestOutsideQuietHours } from './quiet-hours'
import type { StoredWindow } from './works'

/**
 * Why a notice is left out: its instant is past, its news is of no use any more when it may be told, too small to disturb people with, or the law's own
 * notice said the same the day before.
 */
export type SkipReason = 'past' | 'too_late' | 'small_change' | 'told_already'

/** One notice to be: what it speaks of, when it is due, and why it is skipped if it is. */
export interface NoticeDraft {
  kind: NoticeKind
  dueAt: Date
  /** Useless from then on. */
  notAfter: Date
  windows: StoredWindow[]
  skipReason: SkipReason | null
}

export interface NoticeRules {
  stages: NoticeStage[]
  quiet: QuietHours
  /** The latest instant at which the law lets people hear of a first window that starts then; null where there is no rule. */
  legalInstant: (start: Date) => Date | null
}

interface Candidate {
  kind: NoticeKind
  dueAt: Date
  window: StoredWindow
}

const HOUR = 3_600_000

/** When a stage is due by the plan alone. One that would come with or after the start ("at 7:30 on the day", for six o'clock) comes an hour before it. */
function stageInstant(stage: NoticeStage, start: Date, zone: string): Date {
  const local = inZone(start, zone)
  const due =
    'before' in stage
      ? new Date(local.subtract(Temporal.Duration.from(stage.before)).epochMilliseconds)
      : atWallClock(local.toPlainDate().subtract({ days: stage.daysBefore }), stage.at, zone)
  return due < start ? due : new Date(start.getTime() - HOUR)
}

/** Out of quiet hours, by the next morning only where that is before the start, and before the law's instant if the stage was to keep that. */
function settle(due: Date, start: Date, legal: Date | null, quiet: QuietHours): Date {
  return outsideQuietHours(due, quiet, legal && due <= legal ? legal : start)
}

/** `advance` looks at a part's first window, the later stages at each one. */
function stageCandidates(windows: StoredWindow[], rules: NoticeRules): Candidate[] {
  return rules.stages.flatMap((stage) => {
    const spokenOf = stage.kind === 'advance' ? windows.slice(0, 1) : windows
    return spokenOf.map((window) => {
      const due = stageInstant(stage, window.start, rules.quiet.zone)
      return { kind: stage.kind, dueAt: settle(due, window.start, rules.legalInstant(window.start), rules.quiet), window }
    })
  })
}

/** The law's own stage, where no other stage that is still to come keeps it. */
function legalCandidates(windows: StoredWindow[], candidates: Candidate[], rules: NoticeRules, now: Date): Candidate[] {
  const [window] = windows
  const legal = window ? rules.legalInstant(window.start) : null
  if (!window || !legal) return []
  const isKept = candidates.some((candidate) => candidate.window === window && candidate.dueAt > now && candidate.dueAt <= legal)
  return isKept ? [] : [{ kind: 'legal', dueAt: settle(legal, window.start, legal, rules.quiet), window }]
}

/** Whoever would hear nothing any more, because every stage is past, is told at once by the last of them. */
function findLastChances(windows: StoredWindow[], candidates: Candidate[], now: Date): Candidate[] {
  return windows.flatMap((window) => {
    const own = candidates.filter((candidate) => candidate.window === window)
    const last = own.toSorted((a, b) => b.dueAt.getTime() - a.dueAt.getTime()).at(0)
    return last && last.dueAt <= now ? [last] : []
  })
}

/** So soon after the law's own notice an `advance` is only noise: it has the same facts for the same people. */
const SAME_NEWS = 24 * HOUR

function saysTheSame({ kind, dueAt, window }: Candidate, candidates: Candidate[], now: Date): boolean {
  const legal = candidates.find((other) => other.kind === 'legal' && other.window === window && other.dueAt > now)
  return kind === 'advance' && legal !== undefined && dueAt >= legal.dueAt && dueAt.getTime() - legal.dueAt.getTime() < SAME_NEWS
}

function planPart(windows: StoredWindow[], rules: NoticeRules, now: Date): Array<Candidate & { skipReason: SkipReason | null }> {
  const stages = stageCandidates(windows, rules)
  const candidates = [...stages, ...legalCandidates(windows, stages, rules, now)]
  const lastChances = findLastChances(windows, candidates, now)
  return candidates.map((candidate) => {
    if (lastChances.includes(candidate)) {
      return { ...candidate, dueAt: soonestOutsideQuietHours(now, rules.quiet, candidate.window.start), skipReason: null }
    }
    if (candidate.dueAt <= now) return { ...candidate, skipReason: 'past' }
    return { ...candidate, skipReason: saysTheSame(candidate, candidates, now) ? 'told_already' : null }
  })
}

/** News of the day itself is useful until supply is back; everything earlier only until it goes. */
function usefulUntil(candidate: Candidate): number {
  return (candidate.kind === 'same_day' ? candidate.window.end : candidate.window.start).getTime()
}

/**
 * The notices of one version of works, in order of their due instants (DESIGN, section 5).
 *
 * `parts` holds each part's windows in order. Stages of one kind that are due at the same instant become one notice that names all
 * their windows. Stages already past at `now` come back with a `skipReason`, but nobody is left without any notice.
 */
export function planNotices(parts: StoredWindow[][], rules: NoticeRules, now: Date): NoticeDraft[] {
  const candidates = parts.flatMap((windows) => planPart(windows, rules, now))
  const groups = new Map<string, typeof candidates>()
  for (const candidate of candidates) {
    const key = `${candidate.kind} ${candidate.dueAt.toISOString()}`
    groups.set(key, [...(groups.get(key) ?? []), candidate])
  }
  const notices = [...groups.values()].flatMap((group) => {
    const live = group.filter(({ skipReason }) => skipReason === null)
    const spoken = live.length > 0 ? live : group
    const [first] = spoken
    if (!first) return []
    const notAfter = new Date(Math.max(...spoken.map(usefulUntil)))
    const windows = [...new Set(spoken.map((candidate) => candidate.window))]
    return [{ kind: first.kind, dueAt: first.dueAt, notAfter, windows, skipReason: first.skipReason }]
  })
  return notices.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}
