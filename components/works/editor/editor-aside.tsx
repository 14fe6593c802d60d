'use client'

import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { ChevronUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Spinner } from '@/components/ui/spinner'
import type { ActionResult } from '@/lib/http/action'
import type { WorksCheck } from '@/lib/works/check/works-check'
import { AskedList } from '../check/asked-list'
import type { CheckActions } from '../check/check-actions'
import { CheckLines } from '../check/check-lines'
import type { SaverStatus } from './draft-saver'
import { SaveState } from './save-state'

export type CheckQuery = UseQueryResult<ActionResult<WorksCheck>>

/** The check of what is saved: asked anew after each save. */
export function useDraftCheck(
  { reference, revision }: SaverStatus,
  check: (reference: string) => Promise<ActionResult<WorksCheck>>,
): CheckQuery {
  return useQuery({
    queryKey: ['check', reference, revision],
    queryFn: () => (reference ? check(reference) : Promise.reject(new Error('nothing saved'))),
    enabled: reference !== null,
    placeholderData: keepPreviousData,
  })
}

export interface EditorAsideProps {
  status: SaverStatus
  query: CheckQuery
  /** What is missing, in words. */
  missing: readonly string[]
  /** What is known of a draft that is not complete. */
  early: ReactNode
  zone: string
  actions: CheckActions
  onMove: (days: number) => void
  /** What ends the work on the draft. */
  children: ReactNode
}

/** What the draft means, always in view: beside it where there is room, else in a bar at the bottom that opens. */
export function EditorAside({ status, query, missing, early, zone, actions, onMove, children }: EditorAsideProps) {
  const t = useTranslations('operator.check')
  const [isOpen, setOpen] = useState(false)
  const check = query.data?.ok ? query.data.value : null
  return (
    <aside
      aria-labelledby="check"
      className="z-20 flex flex-col gap-3 border-line bg-surface max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:max-h-[85dvh] max-lg:border-t-2 max-lg:px-4 max-lg:py-2 max-lg:shadow-card lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:rounded-card lg:border lg:p-4 lg:shadow-card"
    >
      <div className="flex items-center justify-between gap-3">
        <h2 id="check" className="flex items-center gap-2 text-lg">
          {t('title')}
          {query.isFetching && <Spinner />}
        </h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls="check-body"
          className="flex min-h-11 items-center gap-2 rounded-control px-3 font-semibold hover:bg-sunken lg:hidden"
          onClick={() => setOpen(!isOpen)}
        >
          {check && check.problem === null ? t('brief', { units: check.affected.units }) : t('brief_missing')}
          <ChevronUp aria-hidden="true" className={`size-5 ${isOpen ? 'rotate-180' : ''}`} />
        </button>
      </div>
      <SaveState state={status.state} zone={zone} />
      <div
        id="check-body"
        aria-busy={query.isFetching}
        className={`min-h-0 flex-1 space-y-3 overflow-y-auto ${isOpen ? '' : 'max-lg:hidden'}`}
      >
        {missing.length > 0 && (
          <Alert tone="neutral" title={t('missing')}>
            <ul className="list-disc pl-5">
              {missing.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </Alert>
        )}
        {missing.length === 0 && status.reference !== null ? (
          <AskedList query={query}>
            {(value) =>
              value.problem === null ? (
                <CheckLines check={value} zone={zone} actions={actions} mayPlan onChanged={() => query.refetch()} onMove={onMove} />
              ) : (
                early
              )
            }
          </AskedList>
        ) : (
          early
        )}
      </div>
      <div className={isOpen ? '' : 'max-lg:hidden'}>{children}</div>
    </aside>
  )
}
