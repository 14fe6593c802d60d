'use client'

import { useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { Service } from '@/lib/db/generated/enums'
import type { WorksTexts } from './use-works-draft'

export interface WorksTextFieldsProps {
  texts: WorksTexts
  onWrite: (part: Partial<WorksTexts>) => void
  services: readonly Service[]
  errors: ReadonlyMap<string, string>
}

/** What is cut, and what people will read about it. */
export function WorksTextFields({ texts, onWrite, services, errors }: WorksTextFieldsProps) {
  const t = useTranslations('operator.editor')
  const service = useTranslations('service')
  return (
    <div className="space-y-5">
      <SelectField
        name="service"
        label={t('service')}
        value={texts.service}
        error={errors.get('service')}
        options={services.map((value) => ({ value, label: service(value) }))}
        onChange={(event) => onWrite({ service: services.find((value) => value === event.target.value) ?? texts.service })}
      />
      <TextField
        name="title"
        label={t('name')}
        hint={t('name_hint')}
        value={texts.title}
        maxLength={120}
        error={errors.get('title')}
        onChange={(event) => onWrite({ title: event.target.value })}
      />
      <TextArea
        name="reason"
        label={t('reason')}
        hint={t('reason_hint')}
        value={texts.reason}
        maxLength={500}
        error={errors.get('reason')}
        onChange={(event) => onWrite({ reason: event.target.value })}
      />
      <TextArea
        name="advice"
        label={t('advice')}
        hint={t('advice_hint')}
        value={texts.advice}
        maxLength={1000}
        error={errors.get('advice')}
        onChange={(event) => onWrite({ advice: event.target.value })}
      />
    </div>
  )
}
