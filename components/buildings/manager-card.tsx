import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/account/action-form'
import { Card } from '@/components/ui/card'
import { StatusPill } from '@/components/ui/status-pill'
import { TextField } from '@/components/ui/text-field'
import type { Tone } from '@/components/ui/tone'
import type { ManagerState } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'

export const MANAGER_TONES: Record<ManagerState, Tone> = { requested: 'waiting', granted: 'clear', refused: 'cancelled' }

export interface ManagerCardProps {
  manager: { name: string; state: ManagerState } | null
  request: (before: ActionResult<string> | null, form: FormData) => Promise<ActionResult<string>>
}

/** Who looks after buildings, and whether the utility has granted them figures. */
export function ManagerCard({ manager, request }: ManagerCardProps) {
  const t = useTranslations('buildings')
  return (
    <Card as="section" aria-labelledby="manager" className="space-y-4">
      <h2 id="manager" className="text-xl">
        {manager ? manager.name : t('register')}
      </h2>
      {manager && <StatusPill tone={MANAGER_TONES[manager.state]}>{t(`state.${manager.state}`)}</StatusPill>}
      <p className="max-w-prose">{t(manager ? `state_text.${manager.state}` : 'register_text')}</p>
      {manager?.state !== 'granted' && (
        <ActionForm action={request} failed={t('failed')} submit={t(manager ? 'ask_again' : 'register_submit')} variant="primary">
          <TextField
            name="name"
            label={t('name')}
            defaultValue={manager?.name}
            required
            minLength={2}
            maxLength={120}
            autoComplete="organization"
          />
        </ActionForm>
      )}
    </Card>
  )
}
