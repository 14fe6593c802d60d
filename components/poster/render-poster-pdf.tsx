import { Document, renderToBuffer } from '@react-pdf/renderer'
import { registerFont } from '@/components/evidence/document/register-font'
import { translator } from '@/lib/i18n/translator'
import { drawQrCode } from '@/lib/qr-code'
import type { Utility } from '@/lib/utility/utility'
import type { Poster, PosterOptions } from '@/lib/works/poster/poster'
import { PosterSheet } from './poster-sheet'

/** The notice for stairwells as PDF: a sheet for each building, or one for all. `publicUrl` is where the works page is. */
export async function renderPosterPdf(
  poster: Poster,
  utility: Pick<Utility, 'name' | 'phone' | 'zone'>,
  { languages, per }: PosterOptions,
  publicUrl: string,
): Promise<Uint8Array<ArrayBuffer>> {
  await registerFont()
  const link = `${publicUrl}/${languages[0]}/works/${poster.reference}`
  const code = drawQrCode(link)
  const sheets = per === 'building' && poster.buildings.length > 0 ? poster.buildings : [null]
  const title = `${translator(languages[0], 'poster')(`title.${poster.service}`)} (${poster.reference})`
  const document = (
    <Document title={title} author={utility.name} language={languages[0]}>
      {sheets.map((building) => (
        <PosterSheet key={building} {...{ poster, building, utility, languages, link, code }} />
      ))}
    </Document>
  )
  return new Uint8Array(await renderToBuffer(document))
}
