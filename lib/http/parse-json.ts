import { badInput } from '@/lib/errors'

/** What `parse` makes of a text from outside. Throws `bad_input` with the parser's own words where it is not JSON. */
export function parseJson(text: string, parse: (text: string) => unknown = JSON.parse): unknown {
  try {
    return parse(text)
  } catch (error) {
    throw badInput('body_not_json', undefined, { problem: error instanceof Error ? error.message : '' })
  }
}
