import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { eicCheckCharacter } from '@/lib/customers/eic'
import { type BenchStreet, benchHouse } from './bench-streets'

export interface TownFiles {
  addresses: string
  servicePoints: string
  accounts: string
  contacts: string
}

/** Lines are handed to the disk in groups of this size. */
const GROUP = 1000

interface House extends ReturnType<typeof benchHouse> {
  /** Counted from 1 over all houses. */
  id: number
  street: BenchStreet
}

function* houses(streets: BenchStreet[], count: number): Generator<House> {
  const each = Math.ceil(count / streets.length)
  for (let id = 1; id <= count; id++) {
    const street = streets[Math.floor((id - 1) / each)]
    if (street) yield { id, street, ...benchHouse(street, (id - 1) % each) }
  }
}

function padded(id: number): string {
  return String(id).padStart(8, '0')
}

function quotedIfNeeded(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function placeOf({ street, number, suffix }: House): string {
  return `${street.city},${quotedIfNeeded(street.type)},${quotedIfNeeded(street.name)},${number},${suffix}`
}

function eicOf(id: number): string {
  const body = `18ZPREAVVISO${String(id % 1000).padStart(3, '0')}`
  const check = eicCheckCharacter(body)
  return check === '-' ? '' : body + check
}

function contactOf(house: House): string {
  if (house.id % 3 !== 0) return ''
  const kind = Math.floor(house.id / 3) % 10
  const language = ['it', 'it', 'it', 'it', 'it', 'it', 'en', 'uk', 'uk', 'lt'][kind]
  const [channel, value] = kind < 5 ? ['sms', `+39333${String(house.id).padStart(7, '0')}`] : ['email', `holder${house.id}@example.org`]
  const second = house.id % 330 === 0 ? `C${padded(house.id)},viber,viber${padded(house.id)},${language}\n` : ''
  return `C${padded(house.id)},${channel},${value},${language}\n${second}`
}

const FILES: Record<keyof TownFiles, { header: string; line: (house: House) => string }> = {
  addresses: {
    header: 'municipality,street_type,street,number,suffix,postcode,lat,lon\n',
    line: (house) => `${placeOf(house)},40100,${house.lat},${house.lon}\n`,
  },
  servicePoints: {
    header: 'code,service,kind,units,municipality,street_type,street,number,suffix,lat,lon\n',
    line: (house) => {
      const kind = house.id % 20 === 0 ? 'shared,12' : 'individual,1'
      return `IT001E${padded(house.id)},power,${kind},${placeOf(house)},${house.lat},${house.lon}\n`
    },
  },
  accounts: {
    header: 'number,service,service_point,meter_number,eic_code,holder_name\n',
    line: ({ id }) => `C${padded(id)},power,IT001E${padded(id)},M${id},${eicOf(id)},Holder ${id}\n`,
  },
  contacts: { header: 'account,channel,value,language\n', line: contactOf },
}

function* lines(kind: keyof TownFiles, streets: BenchStreet[], count: number): Generator<string> {
  let group = FILES[kind].header
  for (const house of houses(streets, count)) {
    group += FILES[kind].line(house)
    if (house.id % GROUP !== 0) continue
    yield group
    group = ''
  }
  yield group
}

/** Writes one file of a town with so many addresses, each with a service point and an account, and contacts for a third of them. Returns its path. */
export async function generateTownFile(folder: string, kind: keyof TownFiles, streets: BenchStreet[], count: number): Promise<string> {
  const file = path.join(folder, `${kind}.csv`)
  await pipeline(Readable.from(lines(kind, streets, count)), createWriteStream(file))
  return file
}
