import type { Utility } from './utility'

/** What somebody says of a utility when it begins, as columns. */
export const UTILITY_FACTS = {
  name: true,
  sender: true,
  country: true,
  zone: true,
  defaultLanguage: true,
  languages: true,
  services: true,
  phone: true,
  phoneHours: true,
  website: true,
} as const

export type UtilityFacts = Pick<Utility, keyof typeof UTILITY_FACTS>
