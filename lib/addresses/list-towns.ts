import { openSearch } from './search/open-search'

/** The names of the municipalities whose addresses are known, in the order of the alphabet. */
export async function listTowns(): Promise<string[]> {
  const { search } = await openSearch()
  return search.towns.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b))
}
