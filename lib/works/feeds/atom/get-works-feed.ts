import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n/translator'
import { getUtility } from '@/lib/utility/queries'
import { toPublicWorks } from '../../get-public-works'
import { findPublicRows } from '../../public-queries'
import { readFeedFilter, requireMunicipality } from '../feed-filter'
import { findToldReferences } from '../feed-queries'
import { readFeedLanguage, tagOf } from '../feed-scene'
import { REMEMBERED } from '../telling'
import { findTellingsOf } from '../telling-queries'
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
  const db = database()
  const utility = await getUtility(db)
  const scene = { locale: readFeedLanguage(query.get('lang'), utility), utility, publicUrl: env().PUBLIC_URL }
  const filter = readFeedFilter(query)
  await requireMunicipality(db, filter)
  const references = await findToldReferences(db, filter, new Date(now.getTime() - REMEMBERED))
  const told = new Map((await findTellingsOf(db, references)).map(({ reference, tellings }) => [reference, tellings]))
  const rows = await findPublicRows(db, { references: [...told.keys()] })
  const entries = rows.map((row) => worksEntry(toPublicWorks(row, now), told.get(row.reference) ?? [], scene))
  const words = translator(scene.locale, 'feeds')
  const narrowed = [filter.municipality, filter.service && translator(scene.locale, 'service')(filter.service)].filter(Boolean).join(', ')
  const search = selfQuery(query)
  const feed = {
    id: tagOf(scene, `works${search}`),
    title: [words('atom.title', { utility: utility.name }), narrowed].filter(Boolean).join(' – '),
    subtitle: words('atom.about'),
    self: `${scene.publicUrl}/feeds/works.atom${search}`,
    page: `${scene.publicUrl}/${scene.locale}`,
    author: { name: utility.name, uri: utility.website },
    locale: scene.locale,
    entries: latestFirst(entries).slice(0, MOST_ENTRIES),
  }
  return writeAtom(feed, now)
}
