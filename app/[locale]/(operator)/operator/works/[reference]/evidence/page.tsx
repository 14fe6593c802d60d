import { getLocale, getTranslations } from 'next-intl/server'
import { EvidenceDownloads } from '@/components/evidence/evidence-downloads'
import { EvidenceLines } from '@/components/evidence/evidence-lines'
import { OutcomeBanner } from '@/components/evidence/outcome-banner'
import { PointFigures } from '@/components/evidence/point-figures'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Card } from '@/components/ui/card'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { NoticeNotes } from '@/components/works/notice-notes'
import { NoticeTable } from '@/components/works/notice-table'
import { canReadContactValues } from '@/lib/auth/policies'
import { currentInstant } from '@/lib/clock'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireStaff } from '@/lib/http/require-staff'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { readEvidencePageQuery } from '@/lib/notices/evidence/evidence-page-query'
import { findEvidencePage } from '@/lib/notices/evidence/find-evidence-page'
import { getEvidenceSummary } from '@/lib/notices/evidence/get-evidence-summary'
import { getUtility } from '@/lib/utility/queries'

interface Props {
  params: Promise<{ reference: string }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params }: Props) {
  return { title: `${(await getTranslations('evidence'))('title')} · ${(await params).reference}` }
}

export default async function EvidencePage({ params, searchParams }: Props) {
  const { reference } = await params
  const actor = await requireStaff(`/operator/works/${encodeURIComponent(reference)}/evidence`)
  const query = readEvidencePageQuery(await searchParams)
  const summary = await orNotFound(getEvidenceSummary(actor, reference, await currentInstant()))
  const [page, { zone }, t] = await Promise.all([findEvidencePage(actor, reference, query), getUtility(), getTranslations()])
  const works = { label: `${summary.reference} · ${summary.title}`, href: `/operator/works/${summary.reference}` }
  const canReadContacts = canReadContactValues(actor)
  return (
    <Page>
      <Breadcrumbs
        label={t('site.path')}
        crumbs={[{ label: t('operator.nav.works'), href: '/operator' }, works, { label: t('evidence.title') }]}
      />
      <PageHeader title={t('evidence.title')} lead={t('evidence.lead')} />
      <OutcomeBanner summary={summary} zone={zone} />
      <Card as="section" className="space-y-3">
        <h2 className="text-xl">{t('evidence.points.title')}</h2>
        <PointFigures summary={summary} />
        <p className="text-[0.94rem] text-ink-soft">
          {t('evidence.as_of', { time: describeInstant(summary.asOf, zone, await getLocale()) })}
        </p>
      </Card>
      <div className="flex flex-wrap items-center gap-3">
        <EvidenceDownloads reference={summary.reference} canReadContacts={canReadContacts} />
        <p className="max-w-prose text-[0.94rem] text-ink-soft">{t(canReadContacts ? 'evidence.csv_whole_hint' : 'evidence.masked')}</p>
      </div>
      <section className="space-y-3">
        <h2 className="text-xl">{t('evidence.notices')}</h2>
        <NoticeTable notices={summary.notices} zone={zone} />
        <NoticeNotes notices={summary.notices} />
      </section>
      <EvidenceLines reference={summary.reference} query={query} page={page} zone={zone} />
    </Page>
  )
}
