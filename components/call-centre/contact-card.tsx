import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { StatusPill } from '@/components/ui/status-pill'
import type { Tone } from '@/components/ui/tone'
import { Instant } from '@/components/works/instant'
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

/** What its owner wants less of: the answer to "why did I hear nothing?". */
function Wish({ wish, zone }: { wish: CallerContact['wish']; zone: string }) {
  const t = useTranslations('callCentre.contacts.wish')
  if (!wish) return null
  const when = () => (wish.kind === 'paused' ? <Instant at={wish.until} zone={zone} /> : null)
  return <p className="text-coming-ink">{t.rich(wish.kind, { when })}</p>
}

export interface ContactCardProps extends ContactActionsProps {
  whole: string | undefined
  zone: string
}

/** One way to reach the caller: masked, unless `whole` was asked for. */
export function ContactCard({ contact, whole, zone, languages, steps }: ContactCardProps) {
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
      <Wish wish={contact.wish} zone={zone} />
      <ContactActions contact={contact} languages={languages} steps={steps} />
    </Card>
  )
}
