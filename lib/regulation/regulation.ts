import type { Service } from '@/lib/db/generated/enums'

export type NoticeUnit = 'hours' | 'days' | 'working_days'

/** Every year from one day to another ("MM-DD", both included), over New Year too. */
export interface Season {
  from: string
  to: string
}

/** The longest planned interruption in hours; `winter` has its own. */
export interface LongestInterruption {
  hours: number
  winter?: Season & { hours: number }
}

/** A country's rule for one service. */
export interface Regulation {
  minimum: { value: number; unit: NoticeUnit }
  /** Null where no rule is known. */
  longest: LongestInterruption | null
  /** When nothing may be interrupted at all. */
  closed: Season | null
  /** An exception in the rule's own text, as a key below `operator.legal.exception`. */
  exception: 'after_fault' | 'over_four_hours' | null
  /** Of the minimum notice. `verified`: read in the source. `known`: to be checked with the regulator. */
  certainty: 'verified' | 'known'
  source: string
}

const hours = (value: number) => ({ value, unit: 'hours' as const })
const days = (value: number) => ({ value, unit: 'days' as const })
const workingDays = (value: number) => ({ value, unit: 'working_days' as const })

function rule(
  minimum: Regulation['minimum'],
  certainty: Regulation['certainty'],
  source: string,
  rest: Partial<Regulation> = {},
): Regulation {
  return { minimum, certainty, source, longest: null, closed: null, exception: null, ...rest }
}

/** UA: one law for all utilities that come by pipe. */
const UA_PIPED = rule(workingDays(10), 'verified', 'Law 2189-VIII art. 16(2)')
/** The rule says "winter"; the three months of the calendar are the narrowest reading. */
const CALENDAR_WINTER = { from: '12-01', to: '02-29' }

const REGULATIONS: Record<string, Partial<Record<Service, Regulation>>> = {
  IT: {
    water: rule(hours(48), 'verified', 'ARERA 917/2017/R/idr (RQTI) S3', { longest: { hours: 24 } }),
    power: rule(workingDays(3), 'verified', 'ARERA TIQE', { longest: { hours: 8 }, exception: 'after_fault' }),
    gas: rule(workingDays(3), 'verified', 'ARERA RQTG 574/2013 art. 21'),
  },
  UA: {
    water: UA_PIPED,
    heat: UA_PIPED,
    power: rule(days(5), 'known', 'NKREKP 375', { longest: { hours: 12, winter: { ...CALENDAR_WINTER, hours: 6 } } }),
  },
  LT: {
    power: rule(days(5), 'verified', 'ESO', {
      longest: { hours: 24, winter: { from: '11-01', to: '02-29', hours: 6 } },
      closed: { from: '12-22', to: '01-04' },
    }),
    heat: rule(days(14), 'known', 'practice for hydraulic tests'),
  },
  GB: {
    water: rule(hours(48), 'verified', 'Guaranteed Standards Scheme', { exception: 'over_four_hours' }),
    power: rule(days(2), 'known', 'SI 2015/699 reg. 12'),
  },
}

/** The rule for a service in a country (ISO 3166-1 alpha-2), or null where none is known. */
export function regulationOf(country: string, service: Service): Regulation | null {
  return REGULATIONS[country]?.[service] ?? null
}
