import { getLocale, getTranslations } from 'next-intl/server'
import { AddContactForm } from '@/components/account/add-contact-form'
import { FollowForm } from '@/components/account/follow-form'
import { HistoryList } from '@/components/account/history-list'
import { NeedsForm } from '@/components/account/needs-form'
import { SupplyLine } from '@/components/account/supply-line'
import { ToldList } from '@/components/account/told-list'
import { Alert } from '@/components/ui/alert'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { currentInstant } from '@/lib/clock'
import { requireCustomerPage } from '@/lib/http/current-customer'
import { orNotFound } from '@/lib/http/or-not-found'
import { getOwnAccount } from '@/lib/self-service/get-own-account'
import { listOwnContacts } from '@/lib/self-service/list-own-contacts'
import { getUtility } from '@/lib/utility/queries'
import { followAction, pauseAction, setNeedsAction, setTopicsAction, stopAction } from '../../actions'
import { addContactAction } from '../../add-contact-actions'

export async function generateMetadata() {
  return { title: (await getTranslations('account'))('open') }
}

export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireCustomerPage(`/account/accounts/${encodeURIComponent(id)}`)
  const account = await orNotFound(getOwnAccount(actor, id, await currentInstant()))
  const [contacts, { zone }, locale, t] = await Promise.all([listOwnContacts(actor), getUtility(), getLocale(), getTranslations()])
  const { number, service, address, addressId, told, sent, needs } = account
  const others = contacts.filter((contact) => !told.some((one) => one.contactId === contact.id))
  const eyebrow = `${t(`service.${service}`)} · ${t('account.number', { number })}`
  return (
    <Page>
      <PageHeader eyebrow={eyebrow} title={address ?? t('account.no_address')} />
      <SupplyLine supply={account} zone={zone} />
      {addressId !== null && (
        <TextLink href={`/addresses/${addressId}`} className="inline-flex min-h-11 items-center">
          {t('account.at_address')}
        </TextLink>
      )}
      <section aria-labelledby="told" className="max-w-3xl space-y-4">
        <h2 id="told" className="text-2xl">
          {t('account.told')}
        </h2>
        {told.length === 0 && <Alert tone="unknown" title={t('account.told_none')} />}
        <ToldList told={told} zone={zone} actions={{ setTopics: setTopicsAction, pause: pauseAction, stop: stopAction }} />
        {others.length > 0 && <FollowForm accountId={account.id} contacts={others} follow={followAction} />}
        <AddContactForm accountId={account.id} locale={locale} add={addContactAction} />
      </section>
      <HistoryList sent={sent} zone={zone} />
      <NeedsForm accountId={account.id} needs={needs} save={setNeedsAction} />
    </Page>
  )
}
