import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { StatusPill } from '@/components/ui/status-pill'
import { TextLink } from '@/components/ui/text-link'
import { Instant } from '@/components/works/instant'
import type { MemberView } from '@/lib/staff/staff'
import { StaffName } from './staff-name'

/** Everybody who works or worked here; each name leads to what can be done. */
export function MemberTable({ members, zone }: { members: readonly MemberView[]; zone: string }) {
  const t = useTranslations('operator.staff')
  const factor = useTranslations('operator.factor')
  return (
    <DataTable
      caption={t('members')}
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('name'),
          cell: ({ id, name, email }) => (
            <StaffName email={email}>
              <TextLink href={`/operator/settings/staff/${id}`}>{name}</TextLink>
            </StaffName>
          ),
        },
        { key: 'role', header: t('role'), cell: ({ role }) => t(`roles.${role}`) },
        {
          key: 'state',
          header: t('state'),
          cell: ({ active }) => <StatusPill tone={active ? 'clear' : 'cancelled'}>{t(active ? 'active' : 'inactive')}</StatusPill>,
        },
        { key: 'factor', header: factor('title'), cell: ({ hasFactor }) => factor(hasFactor ? 'on' : 'off') },
        { key: 'seen', header: t('seen'), cell: ({ seenAt }) => (seenAt ? <Instant at={seenAt} zone={zone} short /> : t('never')) },
      ]}
    />
  )
}
