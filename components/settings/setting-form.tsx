import { useTranslations } from 'next-intl'
import type { FormEvent, ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { useSetting } from './use-setting'

export interface SettingFormProps {
  /** Of its heading. */
  id: string
  title: string
  setting: Pick<ReturnType<typeof useSetting>, 'isSaving' | 'isSaved' | 'error'>
  onSubmit: () => void
  children: ReactNode
}

/** Settings that are saved together. What is wrong with a field, the field says; anything else is told below. */
export function SettingForm({ id, title, setting: { isSaving, isSaved, error }, onSubmit, children }: SettingFormProps) {
  const t = useTranslations('operator.settings')
  const submit = (event: FormEvent) => {
    // Not the form's `action`: after it React would put the fields back to where they were.
    event.preventDefault()
    onSubmit()
  }
  return (
    <Card as="section" aria-labelledby={id}>
      <form onSubmit={submit} noValidate className="space-y-5">
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {children}
        {isSaved && <Alert tone="clear" role="status" title={t('saved')} />}
        {error && !error.field && <Alert tone="danger" role="alert" title={error.message} />}
        <Button type="submit" pending={isSaving}>
          {t('save')}
        </Button>
      </form>
    </Card>
  )
}
