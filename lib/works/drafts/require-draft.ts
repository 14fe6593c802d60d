import { AppError } from '@/lib/errors'
import type { LockedWorks } from '@/lib/works/queries'

const REASONS = {
  in_approval: 'works_in_approval',
  published: 'works_already_published',
  running: 'works_already_published',
  ended: 'works_ended',
  cancelled: 'works_cancelled',
} as const

/** Throws `conflict` with the reason where works are no draft (any more). */
export function requireDraft(works: LockedWorks): void {
  if (works.state === 'draft') return
  throw new AppError('conflict', { field: 'reference', reason: REASONS[works.state], params: { reference: works.reference } })
}
