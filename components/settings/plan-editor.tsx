'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { TextField } from '@/components/ui/text-field'
import { toClockText } from '@/lib/i18n/to-clock-text'
import { PlanForm, type PlanFormProps } from './plan-form'

export interface PlanEditorProps extends Pick<PlanFormProps, 'save' | 'preview' | 'zone' | 'rules'> {
  plans: ReadonlyArray<Pick<PlanFormProps, 'service' | 'stages'>>
  /** The page's instant: the sample lies two weeks on. */
  now: string
}

const TWO_WEEKS = 14 * 86_400_000

/** The plan of each service, tried on one sample window for all of them. */
export function PlanEditor({ plans, now, zone, ...form }: PlanEditorProps) {
  const t = useTranslations('operator.settings')
  const day = toClockText(new Date(new Date(now).getTime() + TWO_WEEKS).toISOString(), zone).slice(0, 10)
  const [window, setWindow] = useState({ start: `${day}T09:00`, end: `${day}T12:30` })
  return (
    <div className="space-y-6">
      <Card as="section" aria-labelledby="sample" className="space-y-4">
        <h2 id="sample" className="text-xl">
          {t('sample')}
        </h2>
        <p className="text-ink-soft">{t('sample_hint', { zone })}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            type="datetime-local"
            name="sample.start"
            label={t('start')}
            value={window.start}
            onChange={(event) => setWindow({ ...window, start: event.target.value })}
          />
          <TextField
            type="datetime-local"
            name="sample.end"
            label={t('end')}
            value={window.end}
            onChange={(event) => setWindow({ ...window, end: event.target.value })}
          />
        </div>
      </Card>
      {plans.map((plan) => (
        <PlanForm key={plan.service} {...plan} {...form} zone={zone} window={window} />
      ))}
    </div>
  )
}
