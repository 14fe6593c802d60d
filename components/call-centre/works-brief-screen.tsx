import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import { LinkButton } from '@/components/ui/link-button'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { TwoColumns } from '@/components/ui/two-columns'
import { WorksStatePill } from '@/components/works/works-state-pill'
import type { WorksBrief } from '@/lib/call-centre/get-works-brief'
import { describeWindow } from '@/lib/i18n/describe-window'
import { CallCounts } from './call-counts'
import { CallNotes } from './call-notes'
import type { CallerSteps } from './caller-steps'
import { NoticeFigures } from './notice-figures'
import { SentTexts } from './sent-texts'

export interface WorksBriefScreenProps {
  brief: WorksBrief
  zone: string
  note: CallerSteps['note']
}

/** Works in the words that somebody on the line needs. */
export function WorksBriefScreen({
  brief: { works, affected, notices, texts, calls, stillNone, notes },
  zone,
  note,
}: WorksBriefScreenProps) {
  const t = useTranslations('callCentre')
  const service = useTranslations('service')
  const locale = useLocale()
  const { reference, title, state, windows, streets, reason, advice, cancelReason } = works
  const times = windows.map((window) => describeWindow(window, zone, locale)).map(({ day, hours }) => `${day}, ${hours}`)
  return (
    <Page>
      <PageHeader title={title} eyebrow={`${reference} · ${service(works.service)}`}>
        <WorksStatePill state={state} />
        <LinkButton variant="secondary" href={`/operator/works/${reference}`}>
          {t('works.open')}
        </LinkButton>
      </PageHeader>
      <TwoColumns
        aside={
          <>
            <CallCounts calls={calls} stillNone={stillNone} />
            <CallNotes target={{ reference }} notes={notes} works={[]} zone={zone} write={note} />
          </>
        }
      >
        <Card>
          <DescriptionList
            items={[
              { term: t('works.when'), details: times.join('\n') },
              { term: t('works.affected'), details: t('works.people', { ...affected }) },
              { term: t('works.streets'), details: streets.join(', ') || '–' },
              reason === '' ? null : { term: t('works.why'), details: reason },
              advice === '' ? null : { term: t('outages.say'), details: advice },
              cancelReason === null ? null : { term: t('works.cancelled'), details: cancelReason },
            ]}
          />
        </Card>
        <NoticeFigures notices={notices} zone={zone} />
        <SentTexts texts={texts} />
      </TwoColumns>
    </Page>
  )
}
