import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n/translator'
import { getUtility } from '@/lib/utility/queries'
import { toPublicWorks } from '../../get-public-works'
import { findPublicRows } from '../../public-queries'
import { latestFirst, worksEntry } from '../atom/works-entry'
import { writeAtom } from '../atom/write-atom'
import { findToldReferences } from '../feed-queries'
import { readFeedLanguage, tagOf } from '../feed-scene'
import { REMEMBERED } from '../telling'
import { findTellingsOf } from '../telling-queries'

/**
 * The latest CAP message of all works that run, are to come, or ended or were cancelled in the last 30 days, as Atom: an entry for each message, whose
 * link leads to it. Anyone may ask. Throws `bad_input` for a language that is not spoken here.
 */
export async function getCapIndex(lang: string | null, now: Date): Promise<string> {
  const db = database()
  const utility = await getUtility(db)
  const scene = { locale: readFeedLanguage(lang, utility), utility, publicUrl: env().PUBLIC_URL }
  const references = await findToldReferences(db, {}, new Date(now.getTime() - REMEMBERED))
  const told = new Map((await findTellingsOf(db, references)).map(({ reference, tellings }) => [reference, tellings]))
  const rows = await findPublicRows(db, { references: [...told.keys()] })
  const entries = rows.map((row) => {
    const tellings = told.get(row.reference) ?? []
    const name = `${row.reference}.${tellings.length}`
    const entry = worksEntry(toPublicWorks(row, now), tellings, scene)
    const link = { href: `${scene.publicUrl}/feeds/cap/${name}.xml`, type: 'application/cap+xml' }
    return entry && { ...entry, id: tagOf(scene, `cap/${name}`), published: entry.updated, link }
  })
  const words = translator(scene.locale, 'feeds')
  const feed = {
    id: tagOf(scene, 'cap'),
    title: `CAP – ${words('atom.title', { utility: utility.name })}`,
    subtitle: words('cap_about'),
    self: `${scene.publicUrl}/feeds/cap.atom${lang === null ? '' : `?lang=${scene.locale}`}`,
    page: `${scene.publicUrl}/${scene.locale}`,
    author: { name: utility.name, uri: utility.website },
    locale: scene.locale,
    entries: latestFirst(entries),
  }
  return writeAtom(feed, now)
}
