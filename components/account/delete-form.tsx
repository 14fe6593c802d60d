import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import type { FormAction } from '@/components/ui/use-kept-form'
import { ActionForm } from './action-form'

/** Forgets somebody; says before what goes and what the law has us keep. */
export function DeleteForm({ forget }: { forget: FormAction<string> }) {
  const t = useTranslations('account')
  return (
    <Card as="section" aria-labelledby="delete" className="space-y-4">
      <h2 id="delete" className="text-2xl">
        {t('data.delete')}
      </h2>
      <p>{t('data.delete_text')}</p>
      <ActionForm action={forget} submit={t('data.delete_submit')} variant="danger" failed={t('failed')}>
        <Checkbox name="confirmed" label={t('data.delete_confirm')} />
      </ActionForm>
    </Card>
  )
}
