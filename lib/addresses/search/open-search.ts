import { setImmediate } from 'node:timers/promises'
import { askInTime } from '@/lib/db/ask-in-time'
import { database } from '@/lib/db/client'
import { currentRevisions } from '@/lib/geo/tiles/current-revisions'
import { logger } from '@/lib/logger'
import { buildStreets } from './build-streets'
import { HouseStore } from './house-store'
import type { SearchStreets, StreetRow, TownRow } from './search-streets'
import { StreetSearch } from './street-search'

export interface OpenSearch {
  search: StreetSearch
  store: HouseStore
  /** Labels of streets alone are not enough. */
  hasManyTowns: boolean
}

interface Loaded extends OpenSearch {
  revision: string
}

/** Milliseconds: after so long nobody is answered before the process has asked again whether addresses have changed. */
const LONGEST_UNASKED = 4_000

interface State {
  loaded: Loaded | undefined
  loading: { revision: string; done: Promise<Loaded> } | undefined
  askedAt: number
}

// Kept on globalThis: pages and handlers are bundled apart, and one index is enough for a process.
const store = globalThis as typeof globalThis & { preavvisoSearch?: State }

function state(): State {
  store.preavvisoSearch ??= { loaded: undefined, loading: undefined, askedAt: Number.NEGATIVE_INFINITY }
  return store.preavvisoSearch
}

/** Towns with the place of some of their addresses: near enough to say which town is nearer. */
function findTowns(): Promise<TownRow[]> {
  return database().$queryRaw`
    SELECT m.id, m.name, place.lon, place.lat
    FROM municipality m
    LEFT JOIN LATERAL (
      SELECT avg(ST_X(first.geom)) AS lon, avg(ST_Y(first.geom)) AS lat
      FROM (SELECT id FROM street WHERE municipality_id = m.id LIMIT 20) nearby
      CROSS JOIN LATERAL (SELECT geom FROM address WHERE street_id = nearby.id ORDER BY number LIMIT 1) first
    ) place ON true
    ORDER BY m.id`
}

function findStreets(): Promise<StreetRow[]> {
  return database().$queryRaw`SELECT id, label, type, municipality_id AS "municipalityId" FROM street ORDER BY id`
}

/** Milliseconds for which building may keep those waiting who search meanwhile. */
const A_TURN = 5

/** Builds step by step, so that others are answered in between. */
async function inTurns(steps: Generator<void, SearchStreets>): Promise<SearchStreets> {
  for (;;) {
    const start = performance.now()
    while (performance.now() - start < A_TURN) {
      const step = steps.next()
      if (step.done) return step.value
    }
    await setImmediate()
  }
}

async function load(revision: string): Promise<Loaded> {
  const towns = await findTowns()
  const search = new StreetSearch(await inTurns(buildStreets(towns, await findStreets())))
  return { revision, search, store: new HouseStore(), hasManyTowns: towns.length > 1 }
}

/** Loads the streets of a revision, once for all who wait for them. */
function loadOnce(revision: string): Promise<Loaded> {
  const current = state()
  if (current.loading?.revision === revision) return current.loading.done
  const done = load(revision)
  const loading = { revision, done }
  current.loading = loading
  const forget = () => {
    if (current.loading === loading) current.loading = undefined
  }
  done.then((loaded) => {
    if (current.loading === loading) current.loaded = loaded
    forget()
  }, forget)
  return done
}

/** The revision is read before the streets: these may be newer than it says, never older. */
async function bringUpToDate(): Promise<Loaded> {
  const current = state()
  const revision = (await currentRevisions()).get('addresses') ?? ''
  current.askedAt = performance.now()
  return current.loaded?.revision === revision ? current.loaded : loadOnce(revision)
}

/**
 * The streets and houses as they were at most some seconds ago, in this process's memory. While addresses change, or the database does not answer,
 * those of before; throws only where there never were any.
 */
export async function openSearch(): Promise<OpenSearch> {
  const { loaded, askedAt } = state()
  if (!loaded) return bringUpToDate()
  const upToDate = askInTime(bringUpToDate)
  const isFresh = performance.now() - askedAt < LONGEST_UNASKED
  const kept = upToDate.catch((error) => {
    logger.warn({ err: error }, 'the address search cannot ask whether addresses have changed')
    return loaded
  })
  return isFresh ? loaded : kept
}
