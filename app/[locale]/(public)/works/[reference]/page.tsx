import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ChangeList } from '@/components/outages/change-list'
import { ContactCard } from '@/components/outages/contact-card'
import { GenuineCard } from '@/components/outages/genuine-card'
import { KeptNotice } from '@/components/outages/kept-notice'
import { WorksNotice } from '@/components/outages/works-notice'
import { CannotSay } from '@/components/site/cannot-say'
import { SiteCrumbs } from '@/components/site/site-crumbs'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { PageLife } from '@/components/ui/page-life'
import { TwoColumns } from '@/components/ui/two-columns'
import { env } from '@/lib/env'
import { orNotFound } from '@/lib/http/or-not-found'
import { requestInstant } from '@/lib/http/request-instant'
import { describeInstant } from '@/lib/i18n/describe-instant'
import { drawQrCode } from '@/lib/qr-code'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { tellingOf } from '@/lib/utility/telling'
import { getWorksViewOrNull } from '@/lib/works/get-works-view-or-null'
import { LIVELY } from '@/lib/works/page-life'

interface Props {
  params: Promise<{ reference: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference }
}

export default async function WorksPage({ params }: Props) {
  const { reference } = await params
  const view = await orNotFound(getWorksViewOrNull(reference, await requestInstant()))
  const [utility, t, locale] = [await getKnownUtility(), await getTranslations('works_list'), await getLocale()]
  const telling = tellingOf(utility)
  const asOf = view ? describeInstant(view.works.asOf, telling.zone, locale) : ''
  const { PUBLIC_URL: origin, MAPBOX_TOKEN: token } = env()
  const link = `${origin}/${locale}/works/${reference}`
  const aside = (
    <>
      {utility && <ContactCard utility={utility} />}
      <GenuineCard origin={origin} />
    </>
  )
  return (
    <Page>
      <PageLife seconds={view && LIVELY} />
      <SiteCrumbs above={[{ label: t('title'), href: '/works' }]} here={reference} />
      {view && <KeptNotice asOf={view.works.asOf} time={asOf} knew="works" />}
      {!view && <PageHeader title={reference} />}
      <TwoColumns aside={aside}>
        {view ? (
          <>
            <WorksNotice {...view} {...{ telling, asOf, link, token }} sender={utility?.name ?? ''} code={drawQrCode(link)} />
            <ChangeList changes={view.changes} telling={telling} />
          </>
        ) : (
          <CannotSay phone={utility?.phone} />
        )}
      </TwoColumns>
    </Page>
  )
}
