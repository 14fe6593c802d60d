'use client'

import { useLocale, useTranslations } from 'next-intl'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { Service } from '@/lib/db/generated/enums'
import type { WorkType } from '@/lib/works/work-types/work-type'
import type { EditorDraft } from './editor-draft'

export interface FactsFieldsProps {
  draft: EditorDraft
  onWrite: (change: Partial<EditorDraft>) => void
  services: readonly Service[]
  workTypes: readonly WorkType[]
  errorOf: (field: string) => string | undefined
}

const TEXTS = [
  { name: 'title', max: 120, isLong: false },
  { name: 'reason', max: 500, isLong: true },
  { name: 'advice', max: 1000, isLong: true },
  { name: 'contact', max: 200, isLong: false },
] as const

/** What is cut, and what people will read about it. */
export function FactsFields(props: FactsFieldsProps) {
  const { draft, onWrite, services, errorOf } = props
  const t = useTranslations('operator.editor')
  const service = useTranslations('service')
  return (
    <fieldset className="space-y-5">
      <legend className="mb-4">
        <h2 className="text-xl">{t('facts')}</h2>
      </legend>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <SelectField
          name="service"
          label={t('service')}
          value={draft.service}
          error={errorOf('service')}
          options={services.map((value) => ({ value, label: service(value) }))}
          onChange={(event) => onWrite({ service: services.find((value) => value === event.target.value) ?? draft.service })}
        />
        <WorkTypeField {...props} />
      </div>
      {TEXTS.map(({ name, max, isLong }) => {
        const field = { name, label: t(name), hint: t(`${name}_hint`), value: draft[name], maxLength: max, error: errorOf(name) }
        const write = (value: string) => onWrite({ [name]: value })
        return isLong ? (
          <TextArea key={name} {...field} onChange={(event) => write(event.target.value)} />
        ) : (
          <TextField key={name} {...field} autoComplete="off" onChange={(event) => write(event.target.value)} />
        )
      })}
    </fieldset>
  )
}

function WorkTypeField({ draft, onWrite, workTypes, errorOf }: FactsFieldsProps) {
  const t = useTranslations('operator.editor')
  const locale = useLocale()
  const offered = workTypes.filter(({ services }) => services.includes(draft.service))
  const isOffered = draft.workType === null || offered.some(({ code }) => code === draft.workType)
  const known = workTypes.find(({ code }) => code === draft.workType)
  const options = [
    { value: '', label: t('work_type_none') },
    ...offered.map(({ code, wording }) => ({ value: code, label: wording[locale] })),
    // What was chosen before the service was changed: shown as it is, so that it can be mended.
    ...(isOffered ? [] : [{ value: draft.workType ?? '', label: known?.wording[locale] ?? draft.workType ?? '' }]),
  ]
  return (
    <SelectField
      name="workType"
      label={t('work_type')}
      hint={t('work_type_hint')}
      value={draft.workType ?? ''}
      error={isOffered ? errorOf('workType') : t('work_type_elsewhere')}
      options={options}
      onChange={(event) => onWrite({ workType: event.target.value || null })}
    />
  )
}
