import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { StatusPill } from '@/components/ui/status-pill'
import type { Tone } from '@/components/ui/tone'
import type { CallerContact } from '@/lib/call-centre/call-centre'
import type { ContactState } from '@/lib/db/generated/enums'
import { ContactActions, type ContactActionsProps } from './contact-actions'

const TONES: Record<ContactState, Tone> = { confirmed: 'clear', unconfirmed: 'waiting', unreachable: 'danger', opted_out: 'cancelled' }

const REASONS = ['number_not_in_use', 'mailbox_gone', 'blocked'] as const

function WhyUnreachable({ contact: { state, unreachableReason } }: { contact: CallerContact }) {
  const t = useTranslations('callCentre.contacts.reason')
  if (state !== 'unreachable') return null
  return <p className="text-danger-ink">{t(REASONS.find((reason) => reason === unreachableReason) ?? 'other')}</p>
}

/** One way to reach the caller: masked, unless `whole` was asked for. */
export function ContactCard({ contact, whole, languages, steps }: ContactActionsProps & { whole: string | undefined }) {
  const t = useTranslations('callCentre.contacts')
  const channel = useTranslations('outbox.channel')
  const { value, role, state } = contact
  return (
    <Card as="li" className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="min-w-0">
          <strong className="block text-lg break-all tabular-nums">{whole ?? value}</strong>
          <span className="text-ink-soft">
            {channel(contact.channel)} · {role ? t(`role.${role}`) : t('via_person')}
          </span>
        </div>
        <StatusPill tone={TONES[state]}>{t(`state.${state}`)}</StatusPill>
      </div>
      <WhyUnreachable contact={contact} />
      <ContactActions contact={contact} languages={languages} steps={steps} />
    </Card>
  )
}
