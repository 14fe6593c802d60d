import { lookUpAddress } from '@/lib/addresses/look-up-address'
import { suggest } from '@/lib/addresses/suggest-addresses'
import { badInput } from '@/lib/errors'
import { publicAnswer } from '@/lib/http/public-answer'

/** As long as an address can be. */
const LONGEST = 200

/** As many as one reads at a glance. */
const MOST_SUGGESTIONS = 8

/** GET /api/v1/addresses?q=TEXT: which address a text means. With `partial=1` the text is still being typed; a space at its end finishes a word. */
export const GET = publicAnswer(async ({ query }) => {
  const text = query.get('q')?.trimStart() ?? ''
  if (!text) throw badInput('field_missing', 'q')
  if (text.length > LONGEST) throw badInput('text_too_long', 'q', { max: LONGEST })
  const town = query.get('town') ?? undefined
  return query.get('partial') === '1' ? suggest(text, MOST_SUGGESTIONS, { town }) : lookUpAddress(text, { town })
})
