import { MailQuestion, MessageSquareText } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { FailureTable } from '@/components/follow-up/failure-table'
import { ReplyList } from '@/components/follow-up/reply-list'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { orNotFound } from '@/lib/http/or-not-found'
import { requireStaff } from '@/lib/http/require-staff'
import { getFollowUp } from '@/lib/notices/follow-up/get-follow-up'
import { getUtility } from '@/lib/utility/queries'
import { markReplyReadAction } from './actions'

interface Props {
  params: Promise<{ reference: string }>
}

export async function generateMetadata({ params }: Props) {
  return { title: `${(await getTranslations('operator.follow_up'))('title')} · ${(await params).reference}` }
}

export default async function FollowUpPage({ params }: Props) {
  const { reference } = await params
  const actor = await requireStaff(`/operator/works/${encodeURIComponent(reference)}/follow-up`)
  const { failures, failureCount, replies } = await orNotFound(getFollowUp(actor, reference))
  const [{ zone }, t, nav] = await Promise.all([getUtility(), getTranslations('operator.follow_up'), getTranslations('operator.nav')])
  const crumbs = [
    { label: nav('works'), href: '/operator' },
    { label: reference, href: `/operator/works/${reference}` },
    { label: t('title') },
  ]
  return (
    <Page>
      <Breadcrumbs label={nav('works')} crumbs={crumbs} />
      <PageHeader title={t('title')} lead={t('lead')} />
      <section className="space-y-3">
        <h2 className="text-xl">{t('replies_title', { count: replies.length })}</h2>
        {replies.length > 0 ? (
          <ReplyList replies={replies} zone={zone} markRead={markReplyReadAction} />
        ) : (
          <EmptyState Icon={MessageSquareText} title={t('no_replies')} />
        )}
      </section>
      <section className="space-y-3">
        <h2 className="text-xl">{t('failures_title', { count: failureCount })}</h2>
        {failureCount > failures.length && <p className="text-ink-soft">{t('first', { shown: failures.length })}</p>}
        {failures.length > 0 ? <FailureTable failures={failures} /> : <EmptyState Icon={MailQuestion} title={t('no_failures')} />}
      </section>
    </Page>
  )
}
