import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { SelectField } from '@/components/ui/select-field'
import type { FormAction } from '@/components/ui/use-kept-form'
import type { OwnContactView } from '@/lib/self-service/list-own-contacts'
import { ActionForm } from './action-form'

/** Has a contact that somebody has already hear of one more account. */
export function FollowForm({ accountId, contacts, follow }: { accountId: number; contacts: OwnContactView[]; follow: FormAction<string> }) {
  const t = useTranslations()
  const options = contacts.map(({ id, channel, to }) => ({
    value: String(id),
    label: t('account.history.to', { channel: t(`outbox.channel.${channel}`), to }),
  }))
  return (
    <Card className="space-y-4">
      <h3 className="text-xl">{t('account.follow.title')}</h3>
      <ActionForm action={follow} hidden={{ accountId }} submit={t('account.follow.submit')} failed={t('account.failed')}>
        <SelectField name="follow" label={t('account.follow.label')} options={options} />
      </ActionForm>
    </Card>
  )
}
