'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/spinner'
import type { ActionResult } from '@/lib/http/action'

/** What the server was asked for, or in words why it is not there. */
export function AskedList<Value>({
  query,
  children,
}: {
  query: UseQueryResult<ActionResult<Value>>
  children: (value: Value) => ReactNode
}) {
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
  if (!query.data) {
    return (
      <p className="flex items-center gap-2 text-ink-soft">
        <Spinner /> {t('counting')}
      </p>
    )
  }
  return query.data.ok ? children(query.data.value) : <Alert tone="danger" title={query.data.error.message} />
}
