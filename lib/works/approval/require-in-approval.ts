import { AppError } from '@/lib/errors'
import type { LockedWorks } from '@/lib/works/queries'

const REASONS = {
  draft: 'works_not_submitted',
  published: 'works_already_published',
  running: 'works_already_published',
  ended: 'works_ended',
  cancelled: 'works_cancelled',
} as const

/** Throws `conflict` with the reason where works are not with a second person (any more). */
export function requireInApproval(works: LockedWorks): void {
  if (works.state === 'in_approval') return
  throw new AppError('conflict', { field: 'reference', reason: REASONS[works.state], params: { reference: works.reference } })
}
