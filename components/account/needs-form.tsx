import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import type { FormAction } from '@/components/ui/use-kept-form'
import { SupportNeedKind } from '@/lib/db/generated/enums'
import { ActionForm } from './action-form'

/** Who needs help when supply fails. It is about health: nothing is kept without a tick that says so. */
export function NeedsForm({ accountId, needs, save }: { accountId: number; needs: SupportNeedKind[]; save: FormAction<string> }) {
  const t = useTranslations('account')
  return (
    <Card as="section" aria-labelledby="needs" className="max-w-3xl space-y-4">
      <h2 id="needs" className="text-2xl">
        {t('needs.title')}
      </h2>
      <p className="text-ink-soft">{t('needs.lead')}</p>
      <ActionForm action={save} hidden={{ accountId }} submit={t('save')} failed={t('failed')}>
        <div>
          {Object.values(SupportNeedKind).map((kind) => (
            <Checkbox key={kind} name={kind} label={t(`needs.kind.${kind}`)} defaultChecked={needs.includes(kind)} />
          ))}
        </div>
        <Checkbox name="agreed" label={t('needs.agree')} defaultChecked={needs.length > 0} />
      </ActionForm>
    </Card>
  )
}
