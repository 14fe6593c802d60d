import { getLocale, getTranslations } from 'next-intl/server'
import { FactorRuleForm } from '@/components/staff/factor-rule-form'
import { InvitationTable } from '@/components/staff/invitation-table'
import { InviteForm } from '@/components/staff/invite-form'
import { MemberTable } from '@/components/staff/member-table'
import { StaffNotAllowed } from '@/components/staff/staff-not-allowed'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { canManageStaff } from '@/lib/auth/policies'
import { requireStaff } from '@/lib/http/require-staff'
import { LOCALES } from '@/lib/i18n/locales'
import { listStaff } from '@/lib/staff/list-staff'
import { STAFF_ROLES } from '@/lib/staff/staff'
import { getUtility } from '@/lib/utility/queries'
import { inviteAction, resendInvitationAction, setRequiredFactorRolesAction, withdrawInvitationAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.staff'))('title') }
}

export default async function StaffPage() {
  const actor = await requireStaff('/operator/settings/staff')
  if (!canManageStaff(actor)) return <StaffNotAllowed />
  const [staff, { zone }, language, t] = await Promise.all([
    listStaff(actor, new Date()),
    getUtility(),
    getLocale(),
    getTranslations('operator.staff'),
  ])
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <MemberTable members={staff.members} zone={zone} />
      <Card as="section" aria-labelledby="invite" className="space-y-4">
        <h2 id="invite" className="text-xl">
          {t('invite.title')}
        </h2>
        <InviteForm roles={STAFF_ROLES} languages={LOCALES} language={language} invite={inviteAction} />
      </Card>
      <div className="space-y-4">
        <h2 className="text-xl">{t('invitations')}</h2>
        <InvitationTable invitations={staff.invitations} zone={zone} resend={resendInvitationAction} withdraw={withdrawInvitationAction} />
      </div>
      <Card as="section" aria-labelledby="rule" className="space-y-4">
        <h2 id="rule" className="text-xl">
          {t('rule.title')}
        </h2>
        <p className="max-w-prose">{t('rule.lead')}</p>
        <FactorRuleForm roles={STAFF_ROLES} required={staff.requiredFactorRoles} save={setRequiredFactorRolesAction} />
      </Card>
    </Page>
  )
}
