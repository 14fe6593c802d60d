import { Smartphone } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { AddContactForm } from '@/components/account/add-contact-form'
import { ContactCard } from '@/components/account/contact-card'
import { BotLinks } from '@/components/enrol/bot-links'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { chatLinks } from '@/lib/bots/chat-links'
import { currentInstant } from '@/lib/clock'
import { requireCustomerPage } from '@/lib/http/current-customer'
import { listOwnContacts } from '@/lib/self-service/list-own-contacts'
import * as actions from '../actions'
import { addContactAction, replaceContactAction } from '../add-contact-actions'

export async function generateMetadata() {
  return { title: (await getTranslations('account.contacts'))('title') }
}

export default async function ContactsPage() {
  const actor = await requireCustomerPage('/account/contacts')
  const [contacts, locale, t] = await Promise.all([listOwnContacts(actor), getLocale(), getTranslations('account.contacts')])
  const own = {
    confirm: actions.confirmAction,
    sendAgain: actions.sendAgainAction,
    sendTest: actions.sendTestAction,
    set: actions.setContactAction,
    replace: replaceContactAction,
    remove: actions.removeContactAction,
  }
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="max-w-3xl space-y-4">
        {contacts.length === 0 && (
          <EmptyState Icon={Smartphone} title={t('none')}>
            <p>{t('none_text')}</p>
          </EmptyState>
        )}
        <ul className="space-y-4">
          {contacts.map((contact) => (
            <ContactCard key={contact.id} contact={contact} actions={own} />
          ))}
        </ul>
        <AddContactForm locale={locale} add={addContactAction} />
        <BotLinks bots={chatLinks(actor, await currentInstant())} />
      </div>
    </Page>
  )
}
