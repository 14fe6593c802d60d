import { currentInstant } from '@/lib/clock'
import { unsubscribe } from '@/lib/contacts/unsubscribe'
import { badInput } from '@/lib/errors'
import { answer } from '@/lib/http/answer'
import { clientAddress } from '@/lib/http/client-address'
import { PUBLIC_LIMIT } from '@/lib/http/rate-limit'
import { readFormField } from '@/lib/http/read-form-field'

interface Context {
  params: Promise<{ token: string }>
}

/** GET /api/unsubscribe/TOKEN: a person who opens the link is asked on a page. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const path = `/unsubscribe/${encodeURIComponent((await params).token)}`
  return new Response(null, { status: 302, headers: { Location: path, 'Cache-Control': 'no-store' } })
}

/** POST /api/unsubscribe/TOKEN: one click in a mail program (RFC 8058). Twice is once. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answer(request, async () => {
    await PUBLIC_LIMIT.take(clientAddress(request.headers))
    if ((await readFormField(request, 'List-Unsubscribe')) !== 'One-Click') throw badInput('unsubscribe_body_wrong', 'List-Unsubscribe')
    await unsubscribe((await params).token, await currentInstant())
    return new Response(null)
  })
}
