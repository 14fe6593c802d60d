'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'
import { toClockText } from '@/lib/i18n/to-clock-text'
import { WorksDialog } from './works-dialog'

export interface ExtendDialogProps {
  /** The end that is announced now, as an ISO instant. */
  end: string
  zone: string
  extend: (until: string) => Promise<ActionResult<unknown>>
}

/** Asks until when the works go on. */
export function ExtendDialog({ end, zone, extend }: ExtendDialogProps) {
  const t = useTranslations('operator.extend')
  const announced = toClockText(end, zone)
  const [until, setUntil] = useState(announced)
  return (
    <WorksDialog step="extend" fields={['until']} act={() => extend(until)}>
      {(errorOf) => (
        <>
          <p>{t('who_hears')}</p>
          <TextField
            type="datetime-local"
            name="until"
            label={t('until')}
            hint={t('until_hint', { zone })}
            value={until}
            min={announced}
            required
            error={errorOf('until')}
            onChange={(event) => setUntil(event.target.value)}
          />
        </>
      )}
    </WorksDialog>
  )
}
