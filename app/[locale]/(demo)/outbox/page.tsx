import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClockBar } from '@/components/outbox/clock-bar'
import { LetterList } from '@/components/outbox/letter-list'
import { OutboxFilter } from '@/components/outbox/outbox-filter'
import { OutboxList } from '@/components/outbox/outbox-list'
import { StaffMails } from '@/components/outbox/staff-mails'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { canManageStaff } from '@/lib/auth/policies'
import { isDemo } from '@/lib/channels/clock-guard'
import { currentInstant } from '@/lib/clock'
import { listLetters } from '@/lib/contacts/letters/list-letters'
import { env } from '@/lib/env'
import { requireStaff } from '@/lib/http/require-staff'
import { listOutbox } from '@/lib/notices/list-outbox'
import { readOutboxQuery } from '@/lib/notices/outbox-query'
import { listStaffMails } from '@/lib/staff/list-staff-mails'
import { getUtility } from '@/lib/utility/queries'
import { moveClockAction } from './actions'

/** As many as one looks through at once. */
const PAGE = 18

export async function generateMetadata() {
  return { title: (await getTranslations('outbox'))('title') }
}

export default async function OutboxPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  if (!isDemo(env())) notFound()
  const actor = await requireStaff('/outbox')
  const query = readOutboxQuery(await searchParams)
  const [entries, letters, mails, utility, now, t] = await Promise.all([
    listOutbox(actor, { ...query, limit: PAGE + 1 }),
    query.before ? [] : listLetters(actor),
    canManageStaff(actor) ? listStaffMails(actor) : [],
    getUtility(),
    currentInstant(),
    getTranslations('outbox'),
  ])
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ClockBar now={now.toISOString()} zone={utility.zone} move={moveClockAction} />
      <StaffMails mails={mails} sender={utility.sender} zone={utility.zone} />
      <LetterList letters={letters} sender={utility.sender} zone={utility.zone} />
      <OutboxFilter query={query} languages={utility.languages} />
      <OutboxList
        entries={entries.slice(0, PAGE)}
        query={query}
        hasOlder={entries.length > PAGE}
        sender={utility.sender}
        zone={utility.zone}
      />
    </Page>
  )
}
