import { getTranslations } from 'next-intl/server'
import { MemberActions } from '@/components/staff/member-actions'
import { SessionTable } from '@/components/staff/session-table'
import { StaffNotAllowed } from '@/components/staff/staff-not-allowed'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { StatusPill } from '@/components/ui/status-pill'
import { TextLink } from '@/components/ui/text-link'
import { canManageStaff } from '@/lib/auth/policies'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireStaff } from '@/lib/http/require-staff'
import { getStaffMember } from '@/lib/staff/get-staff-member'
import { STAFF_ROLES } from '@/lib/staff/staff'
import { getUtility } from '@/lib/utility/queries'
import { endMemberSessionsAction } from './actions'
import { memberSteps } from './member-steps'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.staff'))('title') }
}

export default async function StaffMemberPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireStaff(`/operator/settings/staff/${id}`)
  if (!canManageStaff(actor)) return <StaffNotAllowed />
  const [member, { zone }, t] = await Promise.all([
    orNotFound(getStaffMember(actor, Number(id), new Date())),
    getUtility(),
    getTranslations('operator'),
  ])
  const facts = [
    { term: t('staff.email'), details: member.email },
    { term: t('staff.role'), details: t(`staff.roles.${member.role}`) },
    { term: t('factor.title'), details: t(`factor.${member.hasFactor ? 'on' : 'off'}`) },
  ]
  return (
    <Page>
      <PageHeader title={member.name} eyebrow={<TextLink href="/operator/settings/staff">{t('staff.back')}</TextLink>}>
        <StatusPill tone={member.active ? 'clear' : 'cancelled'}>{t(`staff.${member.active ? 'active' : 'inactive'}`)}</StatusPill>
      </PageHeader>
      <Card className="space-y-5">
        <DescriptionList items={facts} />
        {member.isSelf ? <p>{t('staff.self')}</p> : <MemberActions member={member} roles={STAFF_ROLES} steps={memberSteps(member.id)} />}
      </Card>
      <div className="space-y-4">
        <h2 className="text-xl">{t('sessions.title')}</h2>
        <SessionTable own={member.isSelf} sessions={member.sessions} zone={zone} end={endMemberSessionsAction.bind(null, member.id)} />
      </div>
    </Page>
  )
}
