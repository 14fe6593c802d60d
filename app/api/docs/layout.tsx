import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import '../../globals.css'

export const metadata: Metadata = { title: 'API · Preavviso', description: 'Planned interruptions, for programs.' }

/** The page about the API is written for programmers, in English. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col font-sans antialiased">{children}</body>
    </html>
  )
}
