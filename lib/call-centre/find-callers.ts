import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canServeCallers } from '@/lib/auth/policies'
import { type Db, database } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { getUtility } from '@/lib/utility/queries'
import { type CallerHit, type CallerSearch, callerPath, searchInput } from './call-centre'
import { type ReadSearch, readSearch } from './read-search'
import { findByCodes, findByEnd, findWorksHits } from './search-queries'

/** More than these are a list to read while somebody waits on the line. */
const MOST_HITS = 20

async function findByWords(words: string | null): Promise<CallerHit[]> {
  if (words === null) return []
  const { address, choices = [] } = await lookUpAddress(words)
  return (address ? [address] : choices).map(({ id, label }) => ({ kind: 'address', id, label }))
}

/** Everything that a text may mean. What is known exactly comes before what is alike. */
async function findHits(db: Db, { reference, ends, codes, words }: ReadSearch): Promise<CallerHit[]> {
  const limit = MOST_HITS + 1
  if (reference !== null) return findWorksHits(db, { reference }, limit)
  const exact = await Promise.all([...ends.map((end) => findByEnd(db, end, limit)), codes.length > 0 ? findByCodes(db, codes, limit) : []])
  if (exact.flat().length > 0) return exact.flat()
  const [addresses, works] = await Promise.all([findByWords(words), words === null ? [] : findWorksHits(db, { words }, limit)])
  return [...works, ...addresses]
}

function distinct(hits: CallerHit[]): CallerHit[] {
  return [...new Map(hits.map((hit) => [callerPath(hit), hit])).values()]
}

/**
 * Finds whom or what a caller means by one text: a telephone in any spelling, an e-mail address, a number of an account, a meter or a service
 * point, works by reference or title, or an address. Never by a holder's name. The audit trail notes that somebody searched and how, not for what.
 *
 * Throws `forbidden`, and `bad_input` for no text or one over 200 characters.
 */
export async function findCallers(actor: Actor, raw: { text: string }, now: Date): Promise<CallerSearch> {
  requirePolicy(actor, canServeCallers(actor))
  const { text } = parseInput(searchInput, raw)
  const db = database()
  const { country } = await getUtility(db)
  const read = readSearch(text, country)
  const hits = distinct(await findHits(db, read))
  const by = [read.reference && 'works', ...read.ends.map(({ channel }) => channel), read.codes.length > 0 && 'code', read.words && 'words']
  const after = { by: by.filter(Boolean), found: Math.min(hits.length, MOST_HITS) }
  await recordAudit(db, actor, { action: 'caller.search', subject: 'call_centre', after }, now)
  return { hits: hits.slice(0, MOST_HITS), hasMore: hits.length > MOST_HITS }
}
