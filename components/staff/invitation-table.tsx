import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { StatusPill } from '@/components/ui/status-pill'
import { Instant } from '@/components/works/instant'
import type { ActionResult } from '@/lib/http/action'
import type { InvitationView } from '@/lib/staff/staff'
import { ResendButton } from './resend-button'
import { StaffDialog } from './staff-dialog'
import { StaffName } from './staff-name'

export interface InvitationTableProps {
  invitations: readonly InvitationView[]
  zone: string
  resend: (id: number) => Promise<ActionResult<{ isMailed: boolean }>>
  withdraw: (id: number) => Promise<ActionResult<void>>
}

/** Who is invited and has not come yet. */
export function InvitationTable({ invitations, zone, resend, withdraw }: InvitationTableProps) {
  const t = useTranslations('operator.staff')
  const words = { open: t('withdraw'), title: t('withdraw_title'), text: t('withdraw_text'), confirm: t('withdraw_confirm') }
  if (invitations.length === 0) return <p>{t('no_invitations')}</p>
  return (
    <DataTable
      caption={t('invitations')}
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('name'),
          cell: ({ name, email }) => <StaffName email={email}>{name}</StaffName>,
        },
        { key: 'role', header: t('role'), cell: ({ role }) => t(`roles.${role}`) },
        {
          key: 'state',
          header: t('state'),
          cell: ({ isExpired, isMailed }) => (
            <StatusPill tone={isExpired ? 'ended' : isMailed ? 'waiting' : 'unknown'}>
              {t(isExpired ? 'expired' : isMailed ? 'open' : 'not_mailed')}
            </StatusPill>
          ),
        },
        { key: 'until', header: t('open_until'), cell: ({ expiresAt }) => <Instant at={expiresAt} zone={zone} short /> },
        {
          key: 'actions',
          header: <span className="sr-only">{t('actions')}</span>,
          cell: ({ id }) => (
            <div className="flex flex-wrap gap-2">
              <ResendButton resend={resend.bind(null, id)} />
              <StaffDialog words={words} confirmVariant="danger" act={withdraw.bind(null, id)} />
            </div>
          ),
        },
      ]}
    />
  )
}
