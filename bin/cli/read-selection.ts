import type { PlaceListPiece } from '@/lib/addresses/boundary'
import { resolvePlaces } from '@/lib/addresses/resolve-places'
import { badInput } from '@/lib/errors'
import type { SelectionInput } from '@/lib/works/selection/selection'
import { cliActor } from './actor'
import { readJsonFile } from './read-json-file'

/** What is cut, as options say it: any of the first four, and what is taken out again. */
export interface SelectionOptions {
  /** File with GeoJSON. */
  area?: string
  streets?: string
  /** Codes, with commas between them. */
  links?: string
  stuck?: string
  /** Names of places, with commas between them. */
  places?: string
  /** Streets and places that are taken out. */
  except?: string
}

const listed = (text = '') =>
  text
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean)

function idOf({ text, boundary, choices, problem }: PlaceListPiece, option: string): number {
  if (boundary) return boundary.id
  const place = text.slice(0, 80)
  if (!choices) throw badInput(problem?.reason ?? 'place_not_known', option, problem?.params ?? { place })
  const names = choices.map(({ name, municipality }) => (municipality && municipality !== name ? `${name} (${municipality})` : name))
  throw badInput('place_ambiguous', option, { place, choices: names.join(', ') })
}

/** Places with their exceptions. Throws `bad_input` for what is unknown or fits several: nothing is guessed. */
async function readPlaces(places: string, except: string | undefined): Promise<SelectionInput> {
  const list = await resolvePlaces(cliActor(), { text: except ? `${places}, but not ${except}` : places })
  return {
    places: list.places.map((piece) => idOf(piece, '--places')),
    exceptPlaces: list.exceptPlaces.map((piece) => idOf(piece, '--except')),
    exceptStreets: list.exceptText,
  }
}

/** The selection that a command's options say. Throws `bad_input` where none of them cuts anything. */
export async function readSelection({ area, streets, links, stuck, places, except }: SelectionOptions): Promise<SelectionInput> {
  if (![area, streets, links, places].some((text) => text?.trim())) throw badInput('selection_empty', '--area')
  return {
    ...(area && { area: await readJsonFile(area) }),
    ...(streets && { streets }),
    links: listed(links),
    stuck: listed(stuck),
    ...(except && { exceptStreets: except }),
    ...(places && (await readPlaces(places, except))),
  }
}
