import { useLocale, useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextLink } from '@/components/ui/text-link'
import type { Channel } from '@/lib/db/generated/enums'

export interface UnsubscribeCardProps {
  view: { isStopped: boolean; remaining: Channel[] }
  stop: () => Promise<void>
  undo: () => Promise<void>
}

/** Asks before it stops anything, and takes it back as easily. Plain forms: they work without scripts. */
export function UnsubscribeCard({ view, stop, undo }: UnsubscribeCardProps) {
  const t = useTranslations('unsubscribe')
  const channels = useTranslations('inbound.channel')
  const names = new Intl.ListFormat(useLocale(), { type: 'conjunction' }).format(view.remaining.map((channel) => channels(channel)))
  const remaining = view.remaining.length > 0 ? t('remaining', { channels: names }) : t('nothing_left')
  return (
    <Card className="max-w-2xl space-y-5">
      {view.isStopped ? (
        <Alert tone="clear" title={t('done')}>
          <p>{remaining}</p>
        </Alert>
      ) : (
        <div className="space-y-2">
          <p className="text-lg font-semibold">{t('ask')}</p>
          <p>{t('warning')}</p>
        </div>
      )}
      <form action={view.isStopped ? undo : stop}>
        <SubmitButton variant={view.isStopped ? 'secondary' : 'primary'}>{t(view.isStopped ? 'undo' : 'confirm')}</SubmitButton>
      </form>
      <TextLink href="/" className="inline-flex min-h-11 items-center">
        {t('look')}
      </TextLink>
    </Card>
  )
}
