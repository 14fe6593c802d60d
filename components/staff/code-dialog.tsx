'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'
import { StaffDialog, type StaffDialogProps } from './staff-dialog'

export interface CodeDialogProps extends Pick<StaffDialogProps, 'words' | 'confirmVariant'> {
  act: (code: string) => Promise<ActionResult<unknown>>
}

/** Asks once more, and for a code of the second factor. */
export function CodeDialog({ act, ...look }: CodeDialogProps) {
  const t = useTranslations('operator.factor')
  return (
    <StaffDialog {...look} act={(form) => act(String(form.get('code')))}>
      {(errorOf) => (
        <TextField name="code" label={t('code')} autoComplete="one-time-code" required maxLength={40} error={errorOf('code')} />
      )}
    </StaffDialog>
  )
}
