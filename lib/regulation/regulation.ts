import type { Service } from '@/lib/db/generated/enums'

export type NoticeUnit = 'hours' | 'days' | 'working_days'

/** A country's rule for one service. */
export interface Regulation {
  minimum: { value: number; unit: NoticeUnit }
  /** Longest planned interruption in hours; null where no rule is known. */
  longestHours: number | null
  /** `verified`: read in the source. `known`: to be checked with the regulator. */
  certainty: 'verified' | 'known'
  source: string
}

const hours = (value: number) => ({ value, unit: 'hours' as const })
const days = (value: number) => ({ value, unit: 'days' as const })
const workingDays = (value: number) => ({ value, unit: 'working_days' as const })

/** UA: one law for all utilities that come by pipe. */
const UA_PIPED: Regulation = { minimum: workingDays(10), longestHours: null, certainty: 'verified', source: 'Law 2189-VIII art. 16(2)' }

const REGULATIONS: Record<string, Partial<Record<Service, Regulation>>> = {
  IT: {
    water: { minimum: hours(48), longestHours: 24, certainty: 'verified', source: 'ARERA 917/2017/R/idr (RQTI) S3' },
    power: { minimum: workingDays(3), longestHours: 8, certainty: 'verified', source: 'ARERA TIQE' },
    gas: { minimum: workingDays(3), longestHours: null, certainty: 'verified', source: 'ARERA RQTG 574/2013 art. 21' },
  },
  UA: {
    water: UA_PIPED,
    heat: UA_PIPED,
    power: { minimum: days(5), longestHours: 12, certainty: 'known', source: 'NKREKP 375' },
  },
  LT: {
    power: { minimum: days(5), longestHours: 24, certainty: 'verified', source: 'ESO' },
    heat: { minimum: days(14), longestHours: null, certainty: 'known', source: 'practice for hydraulic tests' },
  },
  GB: {
    water: { minimum: hours(48), longestHours: null, certainty: 'verified', source: 'Guaranteed Standards Scheme' },
    power: { minimum: days(2), longestHours: null, certainty: 'known', source: 'SI 2015/699 reg. 12' },
  },
}

/** The rule for a service in a country (ISO 3166-1 alpha-2), or null where none is known. */
export function regulationOf(country: string, service: Service): Regulation | null {
  return REGULATIONS[country]?.[service] ?? null
}
