'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { WindowSuggestion, WorksCheck } from '@/lib/works/check/works-check'
import { Instant } from '../instant'
import type { CheckActions } from './check-actions'
import { CheckLine } from './check-line'

export interface SuggestionLineProps {
  check: WorksCheck
  zone: string
  suggest: CheckActions['suggestWindow']
  /** Moves every window by so many days; null where nothing is edited. */
  onTake: ((days: number) => void) | null
}

/** A better time within two weeks: keeps the law, and hits fewer people twice. Nothing where there is none. */
export function SuggestionLine({ check, zone, suggest, onTake }: SuggestionLineProps) {
  const t = useTranslations('operator.check.suggestion')
  const { reference, revision } = check
  const { data } = useQuery({ queryKey: ['suggestion', reference, revision], queryFn: () => suggest(reference) })
  const found: WindowSuggestion[] = data?.ok ? data.value : []
  if (found.length === 0) return null
  return (
    <CheckLine tone="info" title={t('title', { count: found.length })}>
      <ul className="space-y-3">
        {found.map(({ days, windows, hitTwice, now }) => (
          <li key={days} className="space-y-1">
            <p>
              {windows[0] && <Instant at={windows[0].start} zone={zone} short />} ({t('later', { days })}): {t('twice', { hitTwice, now })}
            </p>
            {onTake && (
              <Button variant="secondary" onClick={() => onTake(days)}>
                {t('take', { days })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </CheckLine>
  )
}
