'use client'

import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { TextField } from '@/components/ui/text-field'
import type { Service } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import { FORMATS } from '@/lib/i18n/date-formats'
import { LOCALES } from '@/lib/i18n/locales'
import type { SaveWorkType } from '@/lib/works/work-types/save-work-type'
import type { WorkType } from '@/lib/works/work-types/work-type'

export interface WorkTypeFormProps {
  services: readonly Service[]
  save: (input: SaveWorkType) => Promise<ActionResult<void>>
  /** Null for a new one. */
  type: WorkType | null
  onClose: () => void
}

const EMPTY = { en: '', it: '', lt: '', uk: '' }

/** The words of a kind of work in each language, and the services that it is for. */
export function WorkTypeForm({ type, services, save, onClose }: WorkTypeFormProps) {
  const t = useTranslations('operator.planning')
  const service = useTranslations('service')
  const locale = useLocale()
  const [code, setCode] = useState(type?.code ?? '')
  const [wording, setWording] = useState(type?.wording ?? EMPTY)
  const [chosen, setChosen] = useState<readonly Service[]>(type?.services ?? services)
  const [error, setError] = useState<{ message: string; field?: string } | null>(null)
  const [isSaving, startSaving] = useTransition()
  const languages = new Intl.DisplayNames(FORMATS[locale], { type: 'language' })
  const path = `type.${type?.code ?? 'new'}`
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined)
  const toggle = (one: Service, isOn: boolean) => setChosen(isOn ? [...chosen, one] : chosen.filter((other) => other !== one))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    startSaving(async () => {
      const result = await save({ isNew: type === null, code, services: [...chosen], wording })
      setError(result.ok ? null : result.error)
      if (result.ok) onClose()
    })
  }
  const isTold = error?.field === 'code' || error?.field?.startsWith('wording.') || error?.field === 'services'
  return (
    <form onSubmit={submit} noValidate className="space-y-4">
      {type === null && (
        <TextField
          name={`${path}.code`}
          label={t('code')}
          hint={t('code_hint')}
          value={code}
          maxLength={40}
          autoComplete="off"
          spellCheck={false}
          error={errorOf('code')}
          onChange={(event) => setCode(event.target.value)}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {LOCALES.map((language) => (
          <TextField
            key={language}
            name={`${path}.wording.${language}`}
            lang={language}
            label={t('wording', { language: languages.of(language) ?? language })}
            value={wording[language]}
            maxLength={120}
            error={errorOf(`wording.${language}`)}
            onChange={(event) => setWording({ ...wording, [language]: event.target.value })}
          />
        ))}
      </div>
      <fieldset>
        <legend className="font-semibold">{t('services')}</legend>
        <div className="flex flex-wrap gap-x-6">
          {services.map((one) => (
            <Checkbox
              key={one}
              name={`${path}.service.${one}`}
              label={service(one)}
              checked={chosen.includes(one)}
              onChange={(event) => toggle(one, event.target.checked)}
            />
          ))}
        </div>
        {errorOf('services') && <p className="font-medium text-danger-ink">{errorOf('services')}</p>}
      </fieldset>
      {error && !isTold && <Alert tone="danger" role="alert" title={error.message} />}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={isSaving}>
          {t('save')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
