'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { Bounds } from '@/components/map/bounds'
import { Button } from '@/components/ui/button'
import { ErrorSummary, type FieldError } from '@/components/ui/error-summary'
import type { Service } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import type { WorksInput, WorksSummary } from '@/lib/works/works'
import { AreaTextField } from './area-text-field'
import { CheckPanel } from './check-panel'
import { findGaps } from './find-gaps'
import { type CheckActions, useWorksCheck } from './use-works-check'
import { useWorksDraft } from './use-works-draft'
import { WindowFields } from './window-fields'
import { WorksTextFields } from './works-text-fields'

const DrawMap = dynamic(() => import('@/components/map/draw-map').then((module) => module.DrawMap), { ssr: false })

export interface WorksEditorProps {
  actions: CheckActions & { createWorks: (input: WorksInput) => Promise<ActionResult<WorksSummary>> }
  services: readonly [Service, ...Service[]]
  bounds: Bounds
  zone: string
  token?: string
}

/** Plans works: what, when and where on the left, the map and what it means on the right, always in view. */
export function WorksEditor({ actions, services, bounds, zone, token }: WorksEditorProps) {
  const t = useTranslations('operator.editor')
  const draft = useWorksDraft(services[0])
  const check = useWorksCheck(actions, draft.plan)
  const [errors, setErrors] = useState<FieldError[]>([])
  const [saving, startSaving] = useTransition()
  const messages = new Map(errors.flatMap(({ field, message }) => (field ? [[field, message] as const] : [])))
  const save = () => {
    const gaps = findGaps(draft.input).map(({ field, key }) => ({ field, message: t(`gap.${key}`) }))
    setErrors(gaps)
    if (gaps.length > 0) return
    startSaving(async () => {
      // After success the action leads to the page of the new works, and there is no result.
      const result = await actions.createWorks(draft.input)
      if (!result.ok) setErrors([result.error])
    })
  }
  return (
    <form action={save} noValidate className="grid gap-6 lg:grid-cols-[24rem_minmax(0,1fr)] xl:grid-cols-[27rem_minmax(0,1fr)]">
      <div className="space-y-6">
        <ErrorSummary title={t('errors')} errors={errors} />
        <WorksTextFields texts={draft.texts} onWrite={draft.write} services={services} errors={messages} />
        <WindowFields
          name="parts.0.windows"
          windows={draft.windows}
          onChange={draft.setWindows}
          errorOf={(field) => messages.get(field)}
          zone={zone}
        />
        <AreaTextField given={draft.given} onGive={draft.setGiven} />
      </div>
      <div className="flex flex-col gap-4 max-lg:contents lg:sticky lg:top-4 lg:h-[calc(100dvh-2rem)]">
        <div id="parts.0.area" tabIndex={-1} className="h-[28rem] lg:h-auto lg:min-h-64 lg:flex-1">
          <DrawMap bounds={bounds} service={draft.texts.service} given={draft.given} onDraw={draft.setDrawn} token={token} />
        </div>
        {messages.get('parts.0.area') && <p className="font-medium text-danger-ink">{messages.get('parts.0.area')}</p>}
        <div className="shrink-0 overflow-y-auto lg:h-56">
          <CheckPanel check={check} hasArea={draft.plan.area !== null} zone={zone} />
        </div>
        <Button type="submit" pending={saving}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
