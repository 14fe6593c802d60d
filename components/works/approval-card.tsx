import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { ApprovalRequest } from '@/lib/works/approval/find-approvals'
import { Instant } from './instant'

export interface ApprovalCardProps {
  approvals: readonly ApprovalRequest[]
  zone: string
  /** Why the reader does not decide, where they might expect to; null where they may, or nothing waits. */
  hint: string | null
}

/** Who asked for approval, and what a second person said, the latest first. */
export function ApprovalCard({ approvals, zone, hint }: ApprovalCardProps) {
  const t = useTranslations('operator.approval')
  if (approvals.length === 0) return null
  const answer = ({ decision, decidedBy, reason, isCurrent }: ApprovalRequest) => {
    const name = decidedBy ?? ''
    if (decision === 'returned') return t('returned', { name, reason: reason ?? '' })
    return isCurrent ? t('approved', { name }) : t('approved_earlier', { name })
  }
  return (
    <Card as="section" aria-labelledby="approval" className="space-y-3">
      <h2 id="approval" className="text-xl">
        {t('title')}
      </h2>
      {hint && <p>{hint}</p>}
      <ol className="space-y-3">
        {approvals.map((request) => (
          <li key={request.requestedAt}>
            <p>
              {t('waits', { name: request.requestedBy })}{' '}
              <span className="text-ink-soft">
                <Instant at={request.requestedAt} zone={zone} short />
              </span>
            </p>
            {request.decidedAt && (
              <p>
                <strong className="font-semibold">{answer(request)}</strong>{' '}
                <span className="text-ink-soft">
                  <Instant at={request.decidedAt} zone={zone} short />
                </span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
