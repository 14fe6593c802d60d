import type { Service } from '@/lib/db/generated/enums'
import type { Locale } from '@/lib/i18n/locales'

/** The organisation that this installation serves. */
export interface Utility {
  name: string
  /** What an SMS shows as its sender: at most 11 characters. */
  sender: string
  /** ISO 3166-1 alpha-2. */
  country: string
  /** IANA zone in which every wall-clock rule is read. */
  zone: string
  defaultLanguage: Locale
  languages: Locale[]
  services: Service[]
  phone: string
  /** When people are there, in the utility's own words: "Mon-Fri 8-18". Empty: not said. */
  phoneHours: string
  website: string
  /** "21:00": from then until `quietTo` nobody is disturbed. */
  quietFrom: string
  quietTo: string
  /** "MM-DD": the municipality's own holiday. */
  patronDay: string | null
  /** Whether an SMS is written in the letters of GSM-7 where its language has others: half the price, and harder to read. */
  transliterateSms: boolean
  /** From so many dwellings on a second person approves works; null: never asked. */
  approvalUnits: number | null
  /** Imports older than so many hours are not believed: then nobody is told that nothing is planned. Null: however old they are. */
  maxDataAgeHours: number | null
}
