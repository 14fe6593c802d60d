import { notFound } from 'next/navigation'
import { isLocale } from '@/lib/i18n/locales'
import { webManifest } from '@/lib/i18n/web-manifest'

/** What a device needs to put the look-up on its first screen, in the language of the page that it was on. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return Response.json(webManifest(locale), {
    headers: { 'Content-Type': 'application/manifest+json', 'Cache-Control': 'public, max-age=3600' },
  })
}
