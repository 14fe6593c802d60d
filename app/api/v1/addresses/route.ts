import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { suggestAddresses } from '@/lib/addresses/suggest-addresses'
import { badInput } from '@/lib/errors'
import { publicRoute } from '@/lib/http/public-route'

/** As long as an address can be. */
const LONGEST = 200

/** As many as one reads at a glance. */
const MOST_SUGGESTIONS = 8

/** GET /api/v1/addresses?q=TEXT: which address a text means. With `partial=1` the text is still being typed. */
export const GET = publicRoute(async ({ query }) => {
  const text = query.get('q')?.trim() ?? ''
  if (!text) throw badInput('field_missing', 'q')
  if (text.length > LONGEST) throw badInput('text_too_long', 'q', { max: LONGEST })
  return query.get('partial') === '1' ? { choices: await suggestAddresses(text, MOST_SUGGESTIONS) } : lookUpAddress(text)
})
