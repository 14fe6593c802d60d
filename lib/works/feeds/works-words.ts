import { describeWindow } from '@/lib/i18n/describe-window'
import { translator } from '@/lib/i18n/translator'
import type { ChangeKind } from '../history/public-change'
import type { PublicWorks } from '../works'
import type { FeedScene } from './feed-scene'

/** As many streets as one reads; the page of the works has them all. */
const MOST_STREETS = 40

/** Works in the words of a feed. What is null has nothing to say. */
export interface WorksWords {
  /** "New time: no water". */
  headline: string
  /** What there is to know first, where supply is not interrupted after all. */
  lead: string | null
  when: string[]
  where: string | null
  why: string | null
  advice: string | null
  /** Where water is to be had meanwhile. */
  water: string | null
  link: string
  questions: string
}

function tellStreets({ streets }: PublicWorks, more: (count: number) => string): string | null {
  if (streets.length === 0) return null
  const left = streets.length - MOST_STREETS
  return streets.slice(0, MOST_STREETS).join(', ') + (left > 0 ? ` ${more(left)}` : '')
}

function tellWater({ supplyPlaces }: PublicWorks): string | null {
  return supplyPlaces.map(({ label, note }) => (note ? `${label} (${note})` : label)).join('; ') || null
}

/** What became of works, or, `withdrawn`, of one time or place that they have no more. */
export type ToldKind = ChangeKind | 'withdrawn'

const OFF: readonly ToldKind[] = ['cancelled', 'restored', 'withdrawn']

/** What a feed says of works after a change of this kind. Hours are the utility's. Pure. */
export function worksWords(works: PublicWorks, kind: ToldKind, { locale, utility, publicUrl }: FeedScene): WorksWords {
  const [feed, notice, outage] = [translator(locale, 'feeds'), translator(locale, 'notice'), translator(locale, 'outage')]
  const isOn = !OFF.includes(kind)
  const planned = [works.workType?.[locale], works.reason].filter(Boolean).join('. ')
  return {
    headline: feed(`headline.${kind}`, { supply: notice('service', { service: works.service }) }),
    lead: isOn ? null : feed(`lead.${kind}`),
    when: works.windows.map((window) => {
      const { day, hours } = describeWindow(window, utility.zone, locale)
      return `${day}, ${hours}`
    }),
    where: tellStreets(works, (count) => outage('more_streets', { count })),
    why: (kind === 'cancelled' ? works.cancelReason : planned) || null,
    advice: isOn ? works.advice || notice(`advice.${works.service}`) : null,
    water: isOn ? tellWater(works) : null,
    link: `${publicUrl}/${locale}/works/${works.reference}`,
    questions: [utility.phone, isOn && works.contact].filter(Boolean).join('; '),
  }
}
