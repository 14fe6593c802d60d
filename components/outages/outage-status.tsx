import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PhoneLink } from '@/components/ui/phone-link'
import { TONES, type Tone } from '@/components/ui/tone'
import type { Outages } from '@/lib/works/works'

/** Running works are told apart from coming ones: then the supply is off at this moment. */
function toneOf({ status, outages }: Outages): Tone {
  if (status === 'unknown') return 'unknown'
  if (status === 'none_planned') return 'clear'
  return outages.some((outage) => outage.state === 'running') ? 'running' : 'coming'
}

export interface OutageStatusProps {
  outages: Outages
  /** How many works interrupt supply here. */
  count: number
  /** In words. */
  asOf: string
  phone: string | undefined
  children?: ReactNode
}

/** The answer to "is my address affected?", in words, shape and colour. */
export function OutageStatus({ outages, count, asOf, phone, children }: OutageStatusProps) {
  const t = useTranslations('address')
  const tone = toneOf(outages)
  const { Icon, fill, edge } = TONES[tone]
  const key = outages.status === 'affected' ? (tone === 'running' ? 'running' : 'affected') : outages.status
  return (
    <section
      aria-labelledby="status"
      data-status={outages.status}
      className={`flex flex-col gap-4 rounded-card border-2 p-5 sm:flex-row sm:gap-6 sm:p-7 ${fill} ${edge}`}
    >
      <Icon aria-hidden="true" className="size-14 shrink-0 sm:size-18" strokeWidth={1.7} />
      <div className="min-w-0 space-y-3">
        <h2 id="status" className="text-2xl break-words sm:text-3xl">
          {t(`${key}.title`, { count })}
        </h2>
        {children}
        <p className="max-w-prose text-lg">{t(`${key}.text`)}</p>
        {tone === 'unknown' && phone && (
          <p className="text-xl">
            <PhoneLink phone={phone} />
          </p>
        )}
        <p className="text-[0.94rem]">{t('as_of', { time: asOf })}</p>
      </div>
    </section>
  )
}
