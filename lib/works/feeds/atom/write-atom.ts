import { writeXml } from '../write-xml'
import type { AtomEntry, AtomFeed } from './atom-feed'

const ATOM = 'http://www.w3.org/2005/Atom'
const XHTML = 'http://www.w3.org/1999/xhtml'

function toElement({ id, title, updated, published, link, categories, content }: AtomEntry) {
  return {
    id,
    title,
    updated: updated.toISOString(),
    published: published.toISOString(),
    link: { '@rel': 'alternate', '@type': link.type ?? 'text/html', '@href': link.href },
    category: categories.map(({ term, label }) => ({ '@term': term, '@label': label })),
    content: { '@type': 'xhtml', div: { '@xmlns': XHTML, p: content } },
  }
}

/** An Atom feed as XML. `updated` is that of its latest entry; without entries, the beginning of the day of `now`. Pure. */
export function writeAtom({ id, title, subtitle, self, page, author, locale, entries }: AtomFeed, now: Date): string {
  const updated =
    entries
      .map((entry) => entry.updated.toISOString())
      .toSorted()
      .at(-1) ?? `${now.toISOString().slice(0, 10)}T00:00:00.000Z`
  const feed = {
    '@xmlns': ATOM,
    '@xml:lang': locale,
    id,
    title,
    subtitle,
    updated,
    link: [
      { '@rel': 'self', '@type': 'application/atom+xml', '@href': self },
      { '@rel': 'alternate', '@type': 'text/html', '@href': page },
    ],
    author,
    generator: { '@uri': page, '#': 'Preavviso' },
    entry: entries.map(toElement),
  }
  return writeXml({ feed })
}
