import { openSearch } from './search/open-search'

/** The names of the municipalities whose addresses are known, in the order of the alphabet; none where there is only one. */
export async function listTowns(): Promise<string[]> {
  const { search, hasManyTowns } = await openSearch()
  return hasManyTowns ? search.towns.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)) : []
}
