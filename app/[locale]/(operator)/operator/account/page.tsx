import { getLocale, getTranslations } from 'next-intl/server'
import { OwnFactor } from '@/components/staff/own-factor'
import { PasswordForm } from '@/components/staff/password-form'
import { SessionTable } from '@/components/staff/session-table'
import { SetUpFactor } from '@/components/staff/set-up-factor'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireStaff } from '@/lib/http/require-staff'
import { getOwnAccount } from '@/lib/staff/get-own-account'
import { getUtility } from '@/lib/utility/queries'
import * as actions from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.account'))('title') }
}

export default async function AccountPage() {
  const actor = await requireStaff('/operator/account')
  const [account, { zone }, locale, t] = await Promise.all([
    getOwnAccount(actor, new Date()),
    getUtility(),
    getLocale(),
    getTranslations('operator'),
  ])
  const { name, email, role, hasFactor, isFactorRequired, recoveryCodes, sessions } = account
  const facts = [
    { term: t('account.name'), details: name },
    { term: t('account.email'), details: email },
    { term: t('account.role'), details: t(`staff.roles.${role}`) },
  ]
  return (
    <Page>
      <PageHeader title={t('account.title')} />
      <Card>
        <DescriptionList items={facts} />
      </Card>
      <Card as="section" aria-labelledby="factor" className="space-y-4">
        <h2 id="factor" className="text-xl">
          {t('factor.title')}
        </h2>
        <p className="max-w-prose">{t('factor.what')}</p>
        {hasFactor ? (
          <OwnFactor
            recoveryCodes={recoveryCodes}
            isRequired={isFactorRequired}
            renew={actions.renewRecoveryCodesAction}
            remove={actions.removeFactorAction}
          />
        ) : (
          <SetUpFactor start={actions.startFactorAction} confirm={actions.confirmFactorAction} next={`/${locale}/operator/account`} />
        )}
      </Card>
      <Card className="space-y-4">
        <h2 className="text-xl">{t('sessions.title')}</h2>
        <SessionTable own sessions={sessions} zone={zone} end={actions.endOwnSessionsAction} />
      </Card>
      <Card as="section" aria-labelledby="password-title" className="space-y-4">
        <h2 id="password-title" className="text-xl">
          {t('account.password')}
        </h2>
        <PasswordForm change={actions.changePasswordAction} />
      </Card>
    </Page>
  )
}
