import type { Metadata, Viewport } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { isLocale } from '@/lib/i18n/locales'
import '../globals.css'

interface Props {
  children: ReactNode
  params: Promise<{ locale: string }>
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#192326' },
  ],
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('site')
  return {
    title: { default: t('title'), template: '%s · Preavviso' },
    description: t('description'),
    applicationName: 'Preavviso',
    manifest: `/${(await params).locale}/manifest.webmanifest`,
    // A reference or an hour is no telephone number.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col font-sans antialiased">{children}</body>
    </html>
  )
}
