'use client'

import { BellPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ServiceName } from '@/components/works/service-name'
import type { Service } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import type { NoticeStage } from '@/lib/utility/notice-plan'
import type { UpdateNoticePlan } from '@/lib/utility/update-notice-plan'
import { PlanMeaning, type PlanMeaningProps } from './plan-meaning'
import { StageFields } from './stage-fields'
import { type StageRow, toRow, toStage } from './stage-row'

export interface PlanFormProps extends Pick<PlanMeaningProps, 'preview' | 'window' | 'zone' | 'rules'> {
  service: Service
  stages: readonly NoticeStage[]
  save: (input: UpdateNoticePlan) => Promise<ActionResult<NoticeStage[]>>
}

const NEW_STAGE: NoticeStage = { kind: 'day_before', daysBefore: 2, at: '10:00' }

/** The stages of one service as rows, and beside them what they would mean. */
export function PlanForm({ service, stages, save, ...meaning }: PlanFormProps) {
  const t = useTranslations('operator.settings')
  const [rows, setRows] = useState(() => stages.map(toRow))
  const [result, setResult] = useState<ActionResult<NoticeStage[]> | null>(null)
  const [saving, startSaving] = useTransition()
  const change = (changed: StageRow[]) => {
    setRows(changed)
    setResult(null)
  }
  const submit = (event: FormEvent) => {
    // Not the form's `action`: after it React would put every list of choices back to its first.
    event.preventDefault()
    startSaving(async () => {
      const answer = await save({ service, stages: rows.map(toStage) })
      if (answer.ok) setRows(answer.value.map(toRow))
      setResult(answer)
    })
  }
  const failure = result && !result.ok ? result.error : null
  const errorOf = (index: number) => (failure?.field?.match(/^stages\.(\d+)/)?.[1] === String(index) ? failure.message : undefined)
  const isToldAbove = rows.some((_, index) => errorOf(index))
  const add = () => change([...rows, toRow(NEW_STAGE, Math.max(0, ...rows.map(({ key }) => key)) + 1)])
  return (
    <Card as="section" aria-labelledby={`plan-${service}`}>
      <form onSubmit={submit} noValidate className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="space-y-4">
          <h2 id={`plan-${service}`} className="text-xl">
            <ServiceName service={service} />
          </h2>
          {rows.map((row, index) => (
            <StageFields
              key={row.key}
              name={`${service}.${index}`}
              number={index + 1}
              row={row}
              error={errorOf(index)}
              onWrite={(written) => change(rows.map((other) => (other.key === row.key ? written : other)))}
              onRemove={rows.length > 1 ? () => change(rows.filter(({ key }) => key !== row.key)) : undefined}
            />
          ))}
          {failure && !isToldAbove && <Alert tone="danger" role="alert" title={failure.message} />}
          {result?.ok && <Alert tone="clear" role="status" title={t('saved')} />}
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" onClick={add}>
              <BellPlus aria-hidden="true" className="size-5" />
              {t('add_stage')}
            </Button>
            <Button type="submit" pending={saving}>
              {t('save')}
            </Button>
          </div>
        </div>
        <PlanMeaning service={service} stages={rows.map(toStage)} {...meaning} />
      </form>
    </Card>
  )
}
