import { parseJson } from './parse-json'
import { readBody } from './read-body'

/** Enough for works with 50,000 points. */
const MAX_BYTES = 5_000_000

/** The JSON that a request carries; an empty body is read as `{}`, so that the first missing field is named. Throws `too_large` over 5 MB, and `bad_input` with the parser's own words for anything but JSON. */
export async function readJsonBody(request: Request): Promise<unknown> {
  const text = await readBody(request, MAX_BYTES)
  return text.trim() === '' ? {} : parseJson(text)
}
