'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import type { ActionResult } from '@/lib/http/action'

export interface AnswerStateProps<Value> {
  query: UseQueryResult<ActionResult<Value>>
  /** What to say while there is no answer yet. */
  waiting: string
  children: (value: Value) => ReactNode
}

/** The answer to a question, or that it is awaited, or in words why there is none. Nothing where nothing was asked. */
export function AnswerState<Value>({ query, waiting, children }: AnswerStateProps<Value>) {
  const t = useTranslations('operator.check')
  if (query.isError) {
    return (
      <Alert tone="danger" title={t('unreachable')} role="alert">
        <Button variant="secondary" onClick={() => query.refetch()}>
          {t('again')}
        </Button>
      </Alert>
    )
  }
  if (query.data) return query.data.ok ? children(query.data.value) : <Alert tone="danger" title={query.data.error.message} role="alert" />
  if (!query.isFetching) return null
  return (
    <p role="status" className="flex items-center gap-2 text-ink-soft">
      <Spinner />
      {waiting}
    </p>
  )
}
