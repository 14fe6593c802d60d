'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import type { ActionResult } from '@/lib/http/action'
import { AffectedFigures } from './affected-figures'
import { BreachList } from './breach-list'
import { LegalVerdict } from './legal-verdict'
import { NoticeList } from './notice-list'
import type { WorksCheck } from './use-works-check'

/** What the plan means, kept in view while it is made. */
export function CheckPanel({ check, hasArea, zone }: { check: WorksCheck; hasArea: boolean; zone: string }) {
  const t = useTranslations('operator.check')
  const busy = check.counts.isFetching || check.preview.isFetching
  return (
    <section
      aria-labelledby="check"
      aria-busy={busy}
      className="grid items-start gap-x-8 gap-y-3 rounded-card border border-line bg-surface p-4 shadow-card lg:min-h-full lg:content-start lg:grid-cols-[auto_minmax(0,1fr)]"
    >
      <h2 id="check" className="flex items-center gap-2 text-lg lg:col-span-2">
        {t('title')}
        {busy && <Spinner />}
        <span role="status" className="sr-only">
          {busy ? t('counting') : ''}
        </span>
      </h2>
      {hasArea ? (
        <>
          <Answer query={check.counts} waiting={t('counting')}>
            {(counts) => <AffectedFigures counts={counts} className="grid-cols-2 max-lg:sm:grid-cols-4" />}
          </Answer>
          <Answer query={check.preview} waiting={t('windows_first')}>
            {({ legal, breaches, notices }) => (
              <div className="space-y-3">
                <LegalVerdict legal={legal} zone={zone} brief />
                <BreachList breaches={breaches} zone={zone} />
                <NoticeList notices={notices} zone={zone} />
              </div>
            )}
          </Answer>
        </>
      ) : (
        <p className="text-ink-soft">{t('draw_first')}</p>
      )}
    </section>
  )
}

interface AnswerProps<Value> {
  query: UseQueryResult<ActionResult<Value>>
  /** What to say while there is no answer. */
  waiting: string
  children: (value: Value) => ReactNode
}

/** The answer, or in words why there is none. */
function Answer<Value>({ query, waiting, children }: AnswerProps<Value>) {
  const t = useTranslations('operator.check')
  if (query.isError) {
    return (
      <Alert tone="danger" title={t('unreachable')}>
        <Button variant="secondary" onClick={() => query.refetch()}>
          {t('again')}
        </Button>
      </Alert>
    )
  }
  if (!query.data) return <p className="text-ink-soft">{waiting}</p>
  return query.data.ok ? children(query.data.value) : <Alert tone="danger" title={query.data.error.message} />
}
