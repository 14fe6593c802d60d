import { formatAddress } from '@/lib/addresses/addresses'
import { listTowns } from '@/lib/addresses/list-towns'
import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { openPlaceReader, PLACE_FIELDS, type Place } from '@/lib/addresses/read-place'
import type { Db } from '@/lib/db/client'
import { AppError, badInput } from '@/lib/errors'
import { matchColumns } from '@/lib/imports/match-columns'
import { Row } from '@/lib/imports/row'
import type { SourceRow } from '@/lib/imports/row-source'
import { CsvSplitter, UnclosedQuote } from '@/lib/imports/split-csv'
import { type BuildingList, type ListedBuilding, MOST_BUILDINGS, type RejectedLine } from './building'
import { nameColumns } from './name-columns'
import { findBuildingsById, findBuildingsByPlace } from './queries'

const FIELDS = [...PLACE_FIELDS, { name: 'address_id' }]
const SHOWN = 120

type Read = { line: number; text: string } & ({ place: Place } | { id: number } | { problem: AppError['detail'] })

function split(text: string, delimiter: string): SourceRow[] {
  const splitter = new CsvSplitter(delimiter)
  try {
    return [...splitter.push(text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')), ...splitter.finish()]
  } catch (error) {
    if (error instanceof UnclosedQuote) throw badInput('building_list_quote', 'text', { line: error.line })
    throw error
  }
}

const delimiterOf = (header: string) => [';', '\t', ','].find((one) => header.includes(one)) ?? ','

/** The rows of a list with a header of ours, else null: then each line is an address as people write it. */
function readTable(text: string): { columns: string[]; rows: SourceRow[] } | null {
  const plain = text.replace(/^\uFEFF/, '')
  const [header, ...rows] = split(plain, delimiterOf(plain.split(/\r?\n|\r/, 1)[0] ?? ''))
  const columns = nameColumns(header?.cells ?? [])
  const isOurs = columns.includes('address_id') || (columns.includes('street') && columns.includes('number'))
  return isOurs ? { columns, rows } : null
}

/** A row of a table, in the manner of the imports. */
async function readRows(db: Db, columns: string[], rows: SourceRow[]): Promise<Read[]> {
  const towns = await listTowns()
  const isTownNamed = columns.includes('municipality')
  const set: Record<string, string> = !isTownNamed && towns.length === 1 ? { municipality: towns[0] ?? '' } : {}
  const row = new Row(matchColumns(FIELDS, columns, { set }))
  const places = await openPlaceReader(db)
  return rows.map(({ line, cells }): Read => {
    const own = { line, text: cells.join(' ').trim().slice(0, SHOWN) }
    try {
      const id = row.turnTo(cells).filled('address_id')
      if (id !== null) return /^\d{1,9}$/.test(id) ? { ...own, id: Number(id) } : { ...own, problem: { reason: 'address_unknown' } }
      const place = places.read(row)
      return place ? { ...own, place } : { ...own, problem: { reason: 'building_line_empty' } }
    } catch (error) {
      if (error instanceof AppError) return { ...own, problem: error.detail }
      throw error
    }
  })
}

/** A line as people write an address. */
async function readLine(line: string, number: number): Promise<Read> {
  const own = { line: number, text: line.slice(0, SHOWN) }
  const { address, status } = await lookUpAddress(line.slice(0, 200))
  if (address) return { ...own, id: address.id }
  return { ...own, problem: { reason: status === 'none' ? 'address_unknown' : 'building_line_unclear' } }
}

async function readLines(text: string): Promise<Read[]> {
  const numbered = text.split(/\r?\n|\r/).map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const lines = numbered.filter(({ line }) => line !== '')
  requireLength(lines.length)
  const read: Read[] = []
  for (const { line, number } of lines) read.push(await readLine(line, number))
  return read
}

/** Asked before anything is looked up: a list has room for 50,000 lines, and each that is misspelled takes milliseconds. */
function requireLength(count: number): void {
  if (count === 0) throw badInput('building_list_empty', 'text')
  if (count > MOST_BUILDINGS) throw badInput('building_list_long', 'text', { max: MOST_BUILDINGS, count })
}

function addressOf(one: Read, byId: Map<number, ListedBuilding>, byPlace: Map<string, ListedBuilding>): ListedBuilding | undefined {
  if ('id' in one) return byId.get(one.id)
  return 'place' in one ? byPlace.get(placeKey(one.place)) : undefined
}

const placeKey = ({ streetId, number, suffix }: Place) => `${streetId} ${number} ${suffix}`

/**
 * Reads the buildings that a list names: a table with a header (street, number, suffix, town, or the id of an address; columns in our languages), or one
 * address a line as people write it. Each line that names none of ours comes back with the reason. Throws `bad_input` for an empty list, more than 500.
 */
export async function readBuildingList(db: Db, text: string): Promise<BuildingList> {
  const table = readTable(text)
  if (table) requireLength(table.rows.length)
  const read = table ? await readRows(db, table.columns, table.rows) : await readLines(text)
  const known = await findBuildingsById(
    db,
    read.flatMap((one) => ('id' in one ? [one.id] : [])),
  )
  const placed = await findBuildingsByPlace(
    db,
    read.flatMap((one) => ('place' in one ? [one.place] : [])),
  )
  const byId = new Map(known.map((address) => [address.id, { id: address.id, label: formatAddress(address) }]))
  const byPlace = new Map(placed.map((address) => [placeKey(address), { id: address.id, label: formatAddress(address) }]))
  const found = new Map<number, ListedBuilding>()
  const rejected: RejectedLine[] = []
  for (const one of read) {
    const address = addressOf(one, byId, byPlace)
    const problem = 'problem' in one ? one.problem : { reason: 'import_unknown_number' }
    if (address) found.set(address.id, address)
    else rejected.push({ line: one.line, text: one.text, reason: problem.reason, params: problem.params ?? {} })
  }
  return { found: [...found.values()], rejected }
}
