import { readBody } from './read-body'

/** Far more than a form of a few fields. */
const MAX_BYTES = 10_000

/** One field of a posted form, urlencoded or multipart; null where it is missing or there is no form. Throws `too_large`. */
export async function readFormField(request: Request, name: string): Promise<string | null> {
  const body = await readBody(request, MAX_BYTES)
  const headers = { 'Content-Type': request.headers.get('content-type') ?? '' }
  const form = await new Response(body, { headers }).formData().catch(() => null)
  const value = form?.get(name)
  return typeof value === 'string' ? value : null
}
