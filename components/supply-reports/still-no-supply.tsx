import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { PageLife } from '@/components/ui/page-life'
import { PhoneLink } from '@/components/ui/phone-link'
import { describeInstant } from '@/lib/i18n/describe-instant'
import type { Telling } from '@/lib/utility/telling'
import type { EndedWorks } from '@/lib/works/supply-reports/supply-report'
import { NoSupplyForm, type ReportAction } from './no-supply-form'

export interface StillNoSupplyProps {
  addressId: number
  /** Works that were to be over here by now. */
  ended: readonly EndedWorks[]
  telling: Telling
  phone: string | undefined
  report: ReportAction
}

/** That it passes with the hours, not only with publications: such a page is kept no longer than one of works that run. */
const LIFE = 20

/** After the announced end: whoever still has no supply says so with one button. Shows nothing where no works have just ended. */
export function StillNoSupply({ addressId, ended, telling, phone, report }: StillNoSupplyProps) {
  const t = useTranslations('supply_report')
  const service = useTranslations('service')
  const locale = useLocale()
  if (ended.length === 0) return null
  return (
    <Card as="section" aria-labelledby="still-no-supply" className="needs-connection space-y-5 print:hidden">
      <PageLife seconds={LIFE} />
      <div className="space-y-2">
        <h2 id="still-no-supply" className="text-xl">
          {t('title')}
        </h2>
        <p className="max-w-prose">{t('text')}</p>
      </div>
      <ul className="space-y-5">
        {ended.map(({ reference, service: kind, title, end }) => (
          <li key={reference} className="space-y-3">
            <p>
              <span className="font-semibold">{service(kind)}</span> · <span lang={telling.language}>{title}</span>
              <br />
              {t('ended', { time: describeInstant(end, telling.zone, locale) })}
            </p>
            <NoSupplyForm
              addressId={addressId}
              reference={reference}
              report={report}
              words={{ submit: t('submit'), done: t('done'), next: t('next'), failed: t('failed') }}
            />
          </li>
        ))}
      </ul>
      {phone && (
        <p className="flex flex-wrap items-center gap-x-3">
          {t('emergency')} <PhoneLink phone={phone} />
        </p>
      )}
      <p className="text-[0.94rem] text-ink-soft">{t('privacy')}</p>
    </Card>
  )
}
