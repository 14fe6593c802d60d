'use client'

import { useTranslations } from 'next-intl'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import type { FactsFieldsProps } from './facts-fields'

/** What only staff read. */
export function InternalFields({ draft, onWrite, errorOf }: Pick<FactsFieldsProps, 'draft' | 'onWrite' | 'errorOf'>) {
  const t = useTranslations('operator.editor')
  return (
    <fieldset className="space-y-5">
      <legend className="mb-1">
        <h2 className="text-xl">{t('internal')}</h2>
      </legend>
      <p className="text-[0.94rem] text-ink-soft">{t('internal_hint')}</p>
      <TextField
        name="crew"
        label={t('crew')}
        value={draft.crew}
        maxLength={120}
        autoComplete="off"
        error={errorOf('crew')}
        onChange={(event) => onWrite({ crew: event.target.value })}
      />
      <TextArea
        name="internalNotes"
        label={t('internal_notes')}
        value={draft.internalNotes}
        maxLength={4000}
        error={errorOf('internalNotes')}
        onChange={(event) => onWrite({ internalNotes: event.target.value })}
      />
    </fieldset>
  )
}
