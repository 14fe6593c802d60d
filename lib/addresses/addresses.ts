import { formatHouseNumber, type HouseNumber } from './house-number'

/** One address that a text may mean. */
export interface AddressChoice {
  id: number
  /** "Via Roma 12/A, 15121 Alessandria". */
  label: string
  /** 1 for what fits exactly, less for what fits less. */
  score: number
}

/** What a text means: one address, several to choose from, or none that is known. */
export interface Lookup {
  status: 'match' | 'choices' | 'none'
  address?: AddressChoice
  choices?: AddressChoice[]
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
