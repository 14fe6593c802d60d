'use client'

import { createContext, type ReactNode } from 'react'

interface Words {
  title: string
  text: string
  retry: string
  /** For residents: the search, and whom to call where that is known. */
  search?: { locale: string; label: string; submit: string }
  phone?: string | undefined
}

/** What to say when a page fails: known before it does, since then nothing more can be asked of the server. */
export const ErrorWordsContext = createContext<Words | null>(null)

export function ErrorWords({ words, children }: { words: Words; children: ReactNode }) {
  return <ErrorWordsContext value={words}>{children}</ErrorWordsContext>
}
