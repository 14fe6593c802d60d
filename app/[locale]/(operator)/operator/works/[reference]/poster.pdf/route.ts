import { renderPosterPdf } from '@/components/poster/render-poster-pdf'
import { env } from '@/lib/env'
import { download } from '@/lib/http/download'
import { staffRoute } from '@/lib/http/staff-route'
import { getUtility } from '@/lib/utility/queries'
import { getPoster } from '@/lib/works/poster/get-poster'
import { readPosterOptions } from '@/lib/works/poster/poster'

/** GET …/works/{reference}/poster.pdf: the notice for stairwells, `?language=it&language=uk&per=building|works`. For staff. */
export const GET = staffRoute<{ reference: string }>(async ({ actor, params, query }) => {
  const utility = await getUtility()
  const options = readPosterOptions(query, utility.defaultLanguage)
  const poster = await getPoster(actor, params.reference, options.per)
  const bytes = await renderPosterPdf(poster, utility, options, env().PUBLIC_URL)
  return download(bytes, { type: 'application/pdf', fileName: `notice-${poster.reference}.pdf` })
})
