import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { FormAction } from '@/components/ui/use-kept-form'
import type { OwnContactView } from '@/lib/self-service/list-own-contacts'
import { ActionForm } from './action-form'

export interface ExportFormsProps {
  /** Where a code may go. */
  contacts: readonly OwnContactView[]
  /** Of a code that is on its way. */
  proofId: string | null
  /** Where the file is to be had. */
  url: string
  ask: FormAction<string>
}

/** All that is kept of somebody as a file: shortened at once, whole with a code. */
export function ExportForms({ contacts, proofId, url, ask }: ExportFormsProps) {
  const t = useTranslations()
  const options = contacts.map(({ id, channel, to }) => ({
    value: String(id),
    label: t('account.history.to', { channel: t(`outbox.channel.${channel}`), to }),
  }))
  return (
    <Card as="section" aria-labelledby="export" className="space-y-5">
      <h2 id="export" className="text-2xl">
        {t('account.data.export')}
      </h2>
      <p>{t('account.data.export_text')}</p>
      <form action={url} method="post">
        <Button type="submit" variant="secondary">
          {t('account.data.export_short')}
        </Button>
      </form>
      {options.length > 0 && (
        <ActionForm action={ask} submit={t('account.data.export_send')} failed={t('account.failed')}>
          <SelectField name="contactId" label={t('account.data.export_ask')} options={options} />
        </ActionForm>
      )}
      {proofId && (
        <form action={url} method="post" className="space-y-4">
          <input type="hidden" name="proof" value={proofId} />
          <TextField
            name="code"
            label={t('account.data.export_code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={20}
            className="max-w-48"
          />
          <Button type="submit">{t('account.data.export_whole')}</Button>
        </form>
      )}
    </Card>
  )
}
