'use client'

import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'
import type { FactorOffer } from '@/lib/staff/start-factor'

export interface ConfirmFactorFormProps {
  offer: FactorOffer
  confirm: (code: string) => Promise<ActionResult<string[]>>
  onConfirmed: (codes: string[]) => void
}

/** The secret as a picture, in letters and as a link, and the first code. */
export function ConfirmFactorForm({ offer: { secret, uri, picture }, confirm, onConfirmed }: ConfirmFactorFormProps) {
  const t = useTranslations('operator.factor')
  const [error, submit] = useActionState(async (_before: string | undefined, form: FormData) => {
    const result = await confirm(String(form.get('code')))
    if (!result.ok) return result.error.message
    onConfirmed(result.value)
  }, undefined)
  return (
    <form action={submit} className="space-y-5">
      <p>{t('scan')}</p>
      <svg
        role="img"
        aria-label={t('picture')}
        viewBox={`0 0 ${picture.size} ${picture.size}`}
        className="w-full max-w-64 rounded-control"
        shapeRendering="crispEdges"
      >
        {/* Cameras want dark on light, whatever the page's colours. */}
        <rect width={picture.size} height={picture.size} fill="#ffffff" />
        <path d={picture.path} fill="#000000" />
      </svg>
      <p>
        {t('secret')}
        <br />
        <code className="font-mono text-[0.94rem] break-all select-all">{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <p>
        <a href={uri} className="font-medium text-brand underline underline-offset-4">
          {t('open')}
        </a>
      </p>
      <TextField name="code" label={t('code')} inputMode="numeric" autoComplete="one-time-code" required maxLength={12} error={error} />
      <SubmitButton>{t('confirm')}</SubmitButton>
    </form>
  )
}
