'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Spinner } from '@/components/ui/spinner'
import { AnswerState } from './answer-state'
import { Chip } from './chip'
import { LinkSearch, type LinkSearchProps } from './link-search'
import type { PartSelectionDraft } from './part-selection-draft'
import { traceQuery } from './selection-queries'
import { toggled } from './toggled'
import { TraceDevices } from './trace-devices'
import { useWidening } from './use-widening'

export type TracePanelProps = LinkSearchProps

/** Links to isolate, and what isolating them means. */
export function TracePanel({ value, change, service, actions, onShow }: TracePanelProps) {
  const t = useTranslations('operator.selection.trace')
  const { links, stuck, feeding } = value
  const query = useQuery(traceQuery(actions, service, { links, stuck, feeding }))
  const points = query.data?.ok && !query.isPlaceholderData ? query.data.value.servicePoints : null
  const more = useWidening(links.length === 0 ? null : points, links.join(' '))
  return (
    <div className="space-y-4" aria-busy={query.isFetching}>
      <LinkSearch value={value} change={change} service={service} actions={actions} onShow={onShow} />
      {links.length === 0 ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <ul aria-label={t('links')} className="flex flex-wrap gap-2">
          {links.map((code) => (
            <li key={code} className="max-w-full">
              <Chip removeLabel={t('remove', { code })} onRemove={() => change((before) => withoutLink(before, code))}>
                {t('link', { code })}
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <AnswerState query={query} waiting={t('waiting')}>
        {(trace) => (
          <>
            <div role="status" className="space-y-1">
              <p className="flex items-center gap-2 text-lg font-bold">
                {t('hit', { points: trace.servicePoints, units: trace.units })}
                {query.isFetching && <Spinner />}
              </p>
              <p className="text-ink-soft">{t('segments', { count: trace.segments })}</p>
              {more !== 0 && (
                <Alert tone={more > 0 ? 'coming' : 'clear'} title={t(more > 0 ? 'wider' : 'narrower', { count: Math.abs(more) })} />
              )}
            </div>
            <TraceDevices
              trace={trace}
              value={value}
              service={service}
              onToggle={(field, code) => change((before) => toggleDevice(before, field, code))}
            />
          </>
        )}
      </AnswerState>
    </div>
  )
}

/** Without its last link a trace has no devices either. */
function withoutLink(value: PartSelectionDraft, code: string): PartSelectionDraft {
  const links = value.links.filter((link) => link !== code)
  return links.length > 0 ? { ...value, links } : { ...value, links, stuck: [], feeding: [] }
}

/** A device that is stuck cannot feed. */
function toggleDevice(value: PartSelectionDraft, field: 'stuck' | 'feeding', code: string): PartSelectionDraft {
  const other = field === 'stuck' ? 'feeding' : 'stuck'
  return { ...value, [field]: toggled(value[field], code), [other]: value[other].filter((known) => known !== code) }
}
