import { formatHouseNumber, type HouseNumber } from './house-number'

/** One address that a text may mean. */
export interface AddressChoice {
  id: number
  /** "Via Roma 12/A, 15121 Alessandria". */
  label: string
  /** 1 for what fits exactly, less for what fits less. */
  score: number
}

/**
 * Why there are choices only: the text has no house number, the street does not have it, or the town that the text names does not have the street.
 * Absent where several addresses are as likely, or the spelling left a doubt.
 */
export type LookupReason = 'number_missing' | 'number_unknown' | 'other_town'

/** What a text means: one address, several to choose from, or none that is known. */
export interface Lookup {
  status: 'match' | 'choices' | 'none'
  address?: AddressChoice
  choices?: AddressChoice[]
  reason?: LookupReason
}

/** What a text may become that is being typed: a street, after which a number comes, or an address. */
export interface Suggestion extends AddressChoice {
  kind: 'street' | 'address'
  /** What to put in place of the text. */
  text: string
}

export interface AddressParts extends HouseNumber {
  street: string
  postcode: string
  municipality: string
}

export interface AddressDetail extends AddressParts {
  id: number
  label: string
  district: string
  /** Longitude and latitude in degrees, WGS84. */
  point: [number, number]
}

/** An address in one line: "Via Roma 12/A, 15121 Alessandria". */
export function formatAddress(address: AddressParts): string {
  const place = `${address.postcode} ${address.municipality}`.trim()
  return `${address.street} ${formatHouseNumber(address)}, ${place}`
}
