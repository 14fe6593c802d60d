'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { ActionResult } from '@/lib/http/action'
import type { PlanningSettings } from '@/lib/works/work-types/get-planning-settings'
import { WorkTypeForm, type WorkTypeFormProps } from './work-type-form'

export interface WorkTypeListProps extends Pick<WorkTypeFormProps, 'services' | 'save'> {
  workTypes: PlanningSettings['workTypes']
  remove: (code: string) => Promise<ActionResult<void>>
}

/** The kinds of work, each to be changed in its place; unused ones can be taken out. */
export function WorkTypeList({ workTypes, services, save, remove }: WorkTypeListProps) {
  const t = useTranslations('operator.planning')
  const [edited, setEdited] = useState<string | null>(null)
  const close = () => setEdited(null)
  return (
    <Card as="section" aria-labelledby="types" className="space-y-4">
      <h2 id="types" className="text-xl">
        {t('types')}
      </h2>
      <p className="text-ink-soft">{t('types_hint')}</p>
      <ul className="divide-y divide-line">
        {workTypes.map((type) => (
          <li key={type.code} className="py-3">
            {edited === type.code ? (
              <WorkTypeForm type={type} services={services} save={save} onClose={close} />
            ) : (
              <WorkTypeRow type={type} remove={remove} onEdit={() => setEdited(type.code)} />
            )}
          </li>
        ))}
      </ul>
      {edited === '' ? (
        <WorkTypeForm type={null} services={services} save={save} onClose={close} />
      ) : (
        <Button variant="secondary" onClick={() => setEdited('')}>
          {t('add')}
        </Button>
      )}
    </Card>
  )
}

interface WorkTypeRowProps extends Pick<WorkTypeListProps, 'remove'> {
  type: PlanningSettings['workTypes'][number]
  onEdit: () => void
}

function WorkTypeRow({ type: { code, services, wording, uses }, remove, onEdit }: WorkTypeRowProps) {
  const t = useTranslations('operator.planning')
  const service = useTranslations('service')
  const locale = useLocale()
  const [problem, setProblem] = useState<string | null>(null)
  const [isRemoving, startRemoving] = useTransition()
  const name = wording[locale]
  const takeOut = () =>
    startRemoving(async () => {
      const result = await remove(code)
      setProblem(result.ok ? null : result.error.message)
    })
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <div>
        <p className="font-semibold">{name}</p>
        <p className="text-[0.94rem] text-ink-soft">
          {code} · {services.map((one) => service(one)).join(', ')} · {t('uses', { uses })}
        </p>
      </div>
      <div className="flex gap-2">
        <Button variant="quiet" aria-label={t('edit_type', { name })} onClick={onEdit}>
          {t('edit')}
        </Button>
        {uses === 0 && (
          <Button variant="quiet" aria-label={t('remove_type', { name })} pending={isRemoving} onClick={takeOut}>
            {t('remove')}
          </Button>
        )}
      </div>
      {problem && <Alert tone="danger" role="alert" title={problem} />}
    </div>
  )
}
