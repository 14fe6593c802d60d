'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { CheckLines, type CheckLinesProps } from './check/check-lines'
import { gapOf } from './gap-of'

export type DraftCheckProps = Pick<CheckLinesProps, 'check' | 'zone' | 'actions' | 'mayPlan'>

/** The check of works that are not published yet, on their page. */
export function DraftCheck({ check, ...rest }: DraftCheckProps) {
  const t = useTranslations('operator')
  const errors = useTranslations('errors') as (key: string, params?: Record<string, string | number>) => string
  const router = useRouter()
  const gap = check.problem && gapOf(check.problem)
  return (
    <Card as="section" aria-labelledby="check" className="space-y-3">
      <h2 id="check" className="text-xl">
        {t('check.title')}
      </h2>
      {check.problem ? (
        <Alert
          tone="neutral"
          title={t('detail.incomplete', { message: gap ? t(`editor.gap.${gap}`) : errors(check.problem.reason, check.problem.params) })}
        />
      ) : (
        <CheckLines check={check} {...rest} onChanged={() => router.refresh()} onMove={null} />
      )}
    </Card>
  )
}
