import { useTranslations } from 'next-intl'
import { Alert } from '@/components/ui/alert'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import { TwoColumns } from '@/components/ui/two-columns'
import { Instant } from '@/components/works/instant'
import type { CallerView } from '@/lib/call-centre/call-centre'
import type { Utility } from '@/lib/utility/utility'
import { AccountFacts } from './account-facts'
import { AccountList } from './account-list'
import { CallNotes } from './call-notes'
import { CallerContacts } from './caller-contacts'
import { CallerMessages } from './caller-messages'
import { CallerOutages } from './caller-outages'
import type { CallerSteps } from './caller-steps'

export interface CallerScreenProps {
  view: CallerView
  utility: Pick<Utility, 'zone' | 'languages' | 'defaultLanguage'>
  steps: CallerSteps
}

/** Everything about one caller at once: the works, what they were sent, how they are told, what they said. */
export function CallerScreen({ view, utility, steps }: CallerScreenProps) {
  const t = useTranslations('callCentre')
  const { account, address, target } = view
  const label = address?.label ?? t('hit.no_address')
  const language = view.contacts.find(({ role }) => role !== null)?.language ?? utility.defaultLanguage
  const works = [...new Map(view.outages.map(({ reference, title }) => [reference, title]))]
  return (
    <Page>
      <PageHeader
        title={account?.holderName || label}
        eyebrow={account ? `${t('account.number')} ${account.number}` : t('hit.address')}
        lead={account?.holderName ? label : address?.district}
      >
        {account && address && <TextLink href={`/operator/call-centre/addresses/${address.id}`}>{t('account.address')}</TextLink>}
      </PageHeader>
      <TwoColumns
        aside={
          <>
            {account && <AccountFacts account={account} />}
            <CallNotes target={target} notes={view.notes} works={works} zone={utility.zone} write={steps.note} />
          </>
        }
      >
        {view.stillNone > 0 && <Alert tone="running" title={t('still_none_here', { count: view.stillNone })} />}
        {view.needs.length > 0 && (
          <Alert tone="running" title={t('needs', { needs: view.needs.map((need) => t(`need.${need}`)).join(', ') })} />
        )}
        {view.guesses && (
          <Alert tone="unknown" title={t('guesses', { count: view.guesses.failures })}>
            <p>
              <Instant at={view.guesses.lastAt} zone={utility.zone} />
            </p>
          </Alert>
        )}
        <CallerOutages view={view} zone={utility.zone} language={language} />
        <CallerContacts view={view} zone={utility.zone} languages={utility.languages} language={language} steps={steps} />
        <CallerMessages messages={view.messages} zone={utility.zone} />
        <AccountList view={view} />
      </TwoColumns>
    </Page>
  )
}
