import { translator } from '@/lib/i18n/translator'
import type { PublicWorks } from '../../works'
import { type FeedScene, tagOf } from '../feed-scene'
import type { Telling } from '../telling'
import { wordsAsLines } from '../words-as-lines'
import { type ToldKind, worksWords } from '../works-words'
import type { AtomEntry } from './atom-feed'

/** Works as an entry that is there once and says what was told of them last; `kind` where that is something else for the reader. */
export function worksEntry(works: PublicWorks, tellings: readonly Telling[], scene: FeedScene, kind?: ToldKind): AtomEntry | null {
  const [first, last] = [tellings[0], tellings.at(-1)]
  if (!first || !last) return null
  const words = worksWords(works, kind ?? last.kind, scene)
  return {
    id: tagOf(scene, `works/${works.reference}`),
    title: `${words.headline}. ${works.title}`,
    updated: last.at,
    published: first.at,
    link: { href: words.link },
    categories: [{ term: works.service, label: translator(scene.locale, 'service')(works.service) }],
    content: wordsAsLines(words, scene.locale),
  }
}

/** Those that were told of last come first. */
export function latestFirst(entries: ReadonlyArray<AtomEntry | null>): AtomEntry[] {
  return entries.filter((entry) => entry !== null).toSorted((a, b) => b.updated.getTime() - a.updated.getTime())
}
