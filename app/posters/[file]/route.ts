import { renderPosterPdf } from '@/components/poster/render-poster-pdf'
import { env } from '@/lib/env'
import { answer } from '@/lib/http/answer'
import { clientAddress } from '@/lib/http/client-address'
import { clientKey } from '@/lib/http/client-key'
import { download } from '@/lib/http/download'
import { rateLimit } from '@/lib/http/rate-limit'
import { getUtility } from '@/lib/utility/queries'
import { getLinkedPoster } from '@/lib/works/poster/get-linked-poster'
import { readPosterOptions } from '@/lib/works/poster/poster'

/** A sheet takes the server a second. */
const BY_CLIENT = rateLimit('poster', 20, 60)

/** GET /posters/{reference}.{proof}.pdf: the notice for stairwells, for whoever was sent the link; `?language=it`. */
export function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  return answer(request, async () => {
    await BY_CLIENT.take(clientKey(clientAddress(request.headers)))
    const poster = await getLinkedPoster((await params).file, env().NEXTAUTH_SECRET ?? '')
    const utility = await getUtility()
    const options = readPosterOptions(new URL(request.url).searchParams, utility.defaultLanguage)
    const bytes = await renderPosterPdf(poster, utility, { ...options, per: 'works' }, env().PUBLIC_URL)
    return download(bytes, { type: 'application/pdf', fileName: `notice-${poster.reference}.pdf` })
  })
}
