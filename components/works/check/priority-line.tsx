'use client'

import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Checkbox } from '@/components/ui/checkbox'
import type { PriorityPoint } from '@/lib/works/priority/priority-queries'
import { Instant } from '../instant'
import { CheckLine } from './check-line'

export interface PriorityLineProps {
  points: readonly PriorityPoint[]
  zone: string
  /** Notes that somebody was phoned, and looks again; null for those who may not. */
  mark: ((code: string, phoned: boolean) => Promise<string | null>) | null
}

/** Whom to phone before publishing: hospitals, dialysis, schools; and whoever said that they need help, for whom nothing waits. */
export function PriorityLine({ points, zone, mark }: PriorityLineProps) {
  const t = useTranslations('operator.check.priority')
  const first = points.filter(({ priority }) => priority !== null)
  const waiting = first.filter(({ phonedAt }) => phonedAt === null).length
  if (points.length === 0) return <CheckLine tone="clear" title={t('none')} />
  const needs = points.filter((point) => point.needs.length > 0).length
  const title = [
    first.length === 0 ? t('none') : t('title', { count: first.length }),
    first.length > 0 && (waiting > 0 ? t('waiting', { count: waiting }) : t('all_phoned')),
    needs > 0 && t('needs', { count: needs }),
  ]
    .filter(Boolean)
    .join(', ')
  return (
    <CheckLine tone={waiting > 0 ? 'danger' : 'clear'} title={title}>
      <ul className="space-y-2">
        {points.map((point) => (
          <li key={point.code}>
            <PriorityTick point={point} zone={zone} mark={mark} />
          </li>
        ))}
      </ul>
    </CheckLine>
  )
}

function PriorityTick({ point, zone, mark }: { point: PriorityPoint } & Pick<PriorityLineProps, 'zone' | 'mark'>) {
  const t = useTranslations('operator.check.priority')
  const [problem, setProblem] = useState<string | null>(null)
  const [isMarking, startMarking] = useTransition()
  const { code, priority, needs, address, phonedAt, phonedBy } = point
  const who = [priority && t(`kind.${priority}`), ...needs.map((need) => t(`need.${need}`)), address ?? code].filter(Boolean).join(', ')
  const tick = (phoned: boolean) =>
    startMarking(async () => {
      setProblem(mark ? await mark(code, phoned) : null)
    })
  return (
    <>
      <Checkbox
        name={`phoned.${code}`}
        label={t('phoned', { who })}
        checked={phonedAt !== null}
        disabled={!mark || isMarking}
        onChange={(event) => tick(event.target.checked)}
        hint={phonedAt && <Instant at={phonedAt} zone={zone} short />}
      />
      {phonedBy && <p className="pl-9 text-ink-soft">{phonedBy}</p>}
      {problem && <Alert tone="danger" role="alert" title={problem} />}
    </>
  )
}
