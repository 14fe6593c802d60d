import { database } from '@/lib/db/client'
import { translator } from '@/lib/i18n/translator'
import { readFeedFilter, requireMunicipality } from '../feed-filter'
import { tagOf } from '../feed-scene'
import { findToldWorks } from '../find-told-works'
import { openScene } from '../open-scene'
import { latestFirst, worksEntry } from './works-entry'
import { writeAtom } from './write-atom'

/** More entries than this are an archive, not news. */
const MOST_ENTRIES = 200

/** The query of a feed as it is written: what it is about, always in the same order. */
function selfQuery(query: URLSearchParams): string {
  const kept = ['lang', 'municipality', 'service', 'bbox'].flatMap((name) => query.getAll(name).map((value) => [name, value]))
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : ''
}

/**
 * All works that run, are to come, or ended or were cancelled in the last 30 days, as Atom: an entry for each, with what was told of it last.
 * Anyone may ask. Throws `bad_input` for a filter or language that is not understood.
 */
export async function getWorksFeed(query: URLSearchParams, now: Date): Promise<string> {
  const scene = await openScene(query.get('lang'))
  const { locale, utility, publicUrl } = scene
  const filter = readFeedFilter(query)
  await requireMunicipality(database(), filter)
  const entries = (await findToldWorks(filter, now)).map(({ works, tellings }) => worksEntry(works, tellings, scene))
  const words = translator(locale, 'feeds')
  const narrowed = [filter.municipality, filter.service && translator(locale, 'service')(filter.service)].filter(Boolean).join(', ')
  const search = selfQuery(query)
  const feed = {
    id: tagOf(scene, `works${search}`),
    title: [words('atom.title', { utility: utility.name }), narrowed].filter(Boolean).join(' – '),
    subtitle: words('atom.about'),
    self: `${publicUrl}/feeds/works.atom${search}`,
    page: `${publicUrl}/${locale}/works`,
    author: { name: utility.name, uri: utility.website },
    locale,
    entries: latestFirst(entries).slice(0, MOST_ENTRIES),
  }
  return writeAtom(feed, now)
}
