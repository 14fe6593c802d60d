import type { Locale } from '@/lib/i18n/locales'

/** One entry of an Atom feed (RFC 4287). */
export interface AtomEntry {
  /** An IRI that stays the same for good. */
  id: string
  title: string
  updated: Date
  published: Date
  /** Where it leads; `type` says of what kind that is where it is no page. */
  link: { href: string; type?: string }
  categories: Array<{ term: string; label: string }>
  /** Paragraphs. */
  content: string[]
}

export interface AtomFeed {
  id: string
  title: string
  subtitle: string
  /** Where this very feed is to be had, and the page that says the same. */
  self: string
  page: string
  author: { name: string; uri: string }
  locale: Locale
  /** The latest first. */
  entries: AtomEntry[]
}
