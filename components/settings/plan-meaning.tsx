'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { NoticeList } from '@/components/works/notice-list'
import { useSettled } from '@/components/works/use-settled'
import type { Service } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import type { NoticeStage } from '@/lib/utility/notice-plan'
import type { PlanSample } from '@/lib/works/preview-notice-plan'
import type { PlannedNotice, WindowInput } from '@/lib/works/works'

export interface PlanMeaningProps {
  service: Service
  stages: NoticeStage[]
  /** A window to try the stages on. */
  window: WindowInput
  zone: string
  /** The rules that are saved: when they change, the answer does. */
  rules: string
  preview: (sample: PlanSample) => Promise<ActionResult<PlannedNotice[]>>
}

/** A pause in typing of so many milliseconds is the moment to ask. */
const PAUSE = 400

/** What the stages would mean for the sample window: each notice with its instant, the law's own and quiet hours reckoned in. */
export function PlanMeaning({ service, stages, window, zone, rules, preview }: PlanMeaningProps) {
  const t = useTranslations('operator.settings')
  const sample = useSettled(JSON.stringify({ service, stages, window }), PAUSE)
  const { data, isError } = useQuery({ queryKey: ['plan', sample, rules], queryFn: () => preview(JSON.parse(sample) as PlanSample) })
  return (
    <div aria-live="polite" className="space-y-2 rounded-control bg-sunken p-4 lg:sticky lg:top-4">
      <h3 className="font-bold">{t('meaning')}</h3>
      {isError && <Alert tone="danger" title={t('unreachable')} />}
      {data?.ok && <NoticeList notices={data.value} zone={zone} />}
      {data && !data.ok && <p className="text-ink-soft">{data.error.message}</p>}
    </div>
  )
}
