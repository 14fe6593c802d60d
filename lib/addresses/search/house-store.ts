import { LRUCache } from 'lru-cache'
import { askInTime } from '@/lib/db/ask-in-time'
import { database } from '@/lib/db/client'

/** The houses of one street, in the order of their numbers. The arrays stand side by side. */
export interface Houses {
  ids: readonly number[] | Int32Array
  numbers: readonly number[] | Int32Array
  suffixes: readonly string[]
  postcodes: readonly string[]
  districts: readonly string[]
}

/** House numbers kept in memory: more than a large utility has, some 16 bytes each. */
const MOST_HOUSES = 3_000_000

/** A street's houses as one text: a list of a hundred is read from it in some microseconds, from five arrays in a hundred times as long. */
interface Row {
  streetId: number
  houses: string
}

/** Control characters, which no value has: between the fields of a house, and between houses. */
const FIELD = '\u001f'
const HOUSE = '\u001e'

const NONE: Houses = { ids: [], numbers: [], suffixes: [], postcodes: [], districts: [] }

/** Texts that repeat are kept once; where all are the same, in one array for all streets of that length. */
class Texts {
  private readonly known = new Map<string, string>()
  private readonly uniform = new Map<string, string[]>()

  one(text: string): string {
    const known = this.known.get(text)
    if (known === undefined) this.known.set(text, text)
    return known ?? text
  }

  many(texts: readonly string[]): string[] {
    const [first = ''] = texts
    if (!texts.every((text) => text === first)) return texts.map((text) => this.one(text))
    const key = `${texts.length} ${first}`
    const known = this.uniform.get(key) ?? texts.map(() => this.one(first))
    this.uniform.set(key, known)
    return known
  }
}

function findHouseRows(streetIds: readonly number[]): Promise<Row[]> {
  return database().$queryRaw`
    SELECT street_id AS "streetId", string_agg(concat_ws(${FIELD}, id, number, suffix, postcode, district), ${HOUSE} ORDER BY number, suffix) AS houses
    FROM address WHERE street_id = ANY (${[...streetIds]}::int[]) GROUP BY street_id`
}

/** The house numbers of streets, read when a street is first looked at and then kept. */
export class HouseStore {
  private readonly texts = new Texts()
  private readonly kept = new LRUCache<number, Houses>({ maxSize: MOST_HOUSES, sizeCalculation: ({ ids }) => ids.length + 1 })

  /** What is kept of a street, without asking anybody. */
  peek(streetId: number): Houses | undefined {
    return this.kept.get(streetId)
  }

  /** Reads what is not kept yet, in one query. */
  async read(streetIds: readonly number[]): Promise<void> {
    const rows = await askInTime(() => findHouseRows(streetIds))
    const found = new Map(rows.map((row) => [row.streetId, row]))
    for (const id of streetIds) {
      const row = found.get(id)
      this.kept.set(id, row ? this.pack(row) : NONE)
    }
  }

  private pack({ houses }: Row): Houses {
    const rows = houses.split(HOUSE).map((house) => house.split(FIELD))
    const textsAt = (at: number) => this.texts.many(rows.map((row) => row[at] ?? ''))
    return {
      ids: Int32Array.from(rows, ([id]) => Number(id)),
      numbers: Int32Array.from(rows, ([, number]) => Number(number)),
      suffixes: textsAt(2),
      postcodes: textsAt(3),
      districts: textsAt(4),
    }
  }
}
