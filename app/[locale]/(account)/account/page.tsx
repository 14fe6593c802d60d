import { UserRound } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { AccountCard } from '@/components/account/account-card'
import { EnrolmentCard } from '@/components/account/enrolment-card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { currentInstant } from '@/lib/clock'
import { requireCustomerPage } from '@/lib/http/current-customer'
import { getOwnHome } from '@/lib/self-service/get-own-home'
import { getUtility } from '@/lib/utility/queries'
import { pauseAction, setTopicsAction, stopAction } from './actions'

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('title') }
}

export default async function AccountsPage() {
  const actor = await requireCustomerPage('/account')
  const [{ accounts, enrolments }, { zone }, t] = await Promise.all([
    getOwnHome(actor, await currentInstant()),
    getUtility(),
    getTranslations('account'),
  ])
  const actions = { setTopics: setTopicsAction, pause: pauseAction, stop: stopAction }
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')}>
        <LinkButton href="/account/add" variant="secondary">
          {t('add')}
        </LinkButton>
      </PageHeader>
      {accounts.length + enrolments.length === 0 && (
        <EmptyState Icon={UserRound} title={t('empty')} action={<LinkButton href="/account/add">{t('add')}</LinkButton>}>
          <p>{t('empty_text')}</p>
        </EmptyState>
      )}
      <ul className="grid gap-4 lg:grid-cols-2">
        {accounts.map((account) => (
          <AccountCard key={account.id} account={account} zone={zone} />
        ))}
      </ul>
      {enrolments.length > 0 && (
        <section aria-labelledby="followed" className="space-y-4">
          <h2 id="followed" className="text-2xl">
            {t('followed')}
          </h2>
          {enrolments.map((enrolment) => (
            <EnrolmentCard key={enrolment.addressId} enrolment={enrolment} zone={zone} actions={actions} />
          ))}
        </section>
      )}
    </Page>
  )
}
