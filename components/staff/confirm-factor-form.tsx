'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
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
  const [code, setCode] = useState('')
  const [error, setError] = useState<string>()
  const [confirming, startConfirming] = useTransition()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startConfirming(async () => {
      const result = await confirm(code)
      if (result.ok) onConfirmed(result.value)
      else setError(result.error.message)
    })
  }
  return (
    <form onSubmit={submit} className="space-y-5">
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
      <TextField
        name="code"
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        maxLength={12}
        value={code}
        error={error}
        onChange={(event) => setCode(event.target.value)}
      />
      <Button type="submit" pending={confirming}>
        {t('confirm')}
      </Button>
    </form>
  )
}
