import { getLocale, getTranslations } from 'next-intl/server'
import { MonthCalendar } from '@/components/calendar/month-calendar'
import { MonthSwitch } from '@/components/calendar/month-switch'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { WorksFilter } from '@/components/works/works-filter'
import { currentInstant } from '@/lib/clock'
import { requireStaff } from '@/lib/http/require-staff'
import { describeMonth } from '@/lib/i18n/describe-month'
import { getUtility } from '@/lib/utility/queries'
import { findCalendar, readMonth } from '@/lib/works/find-calendar'
import { filterParams, readWorksFilter, WORKS_STATES } from '@/lib/works/works-filter'

export async function generateMetadata() {
  return { title: (await getTranslations('operator.calendar'))('title') }
}

export default async function CalendarPage({ searchParams }: { searchParams: Promise<Record<string, string | string[]>> }) {
  const actor = await requireStaff('/operator/calendar')
  const params = await searchParams
  const { state, service } = readWorksFilter(params)
  const filter = { ...(state && { state }), ...(service && { service }) }
  const utility = await getUtility()
  const month = readMonth(params.month, await currentInstant(), utility.zone)
  const [weeks, t, locale] = await Promise.all([findCalendar(actor, month, filter), getTranslations('operator.calendar'), getLocale()])
  const title = describeMonth(month.toString(), locale)
  return (
    <Page>
      <PageHeader title={title} eyebrow={t('title')}>
        <MonthSwitch month={month.toString()} kept={filterParams(filter)} />
        <LinkButton variant="secondary" href={`/operator?${filterParams(filter)}`}>
          {t('as_list')}
        </LinkButton>
      </PageHeader>
      <WorksFilter filter={filter} services={utility.services} states={WORKS_STATES} calendar={month.toString()} />
      <MonthCalendar title={title} weeks={weeks} zone={utility.zone} />
    </Page>
  )
}
