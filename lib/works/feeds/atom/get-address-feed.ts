import { getAddress } from '@/lib/addresses/queries'
import { readAddressId } from '@/lib/addresses/read-address-id'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n/translator'
import { getUtility } from '@/lib/utility/queries'
import { toPublicWorks } from '../../get-public-works'
import { findPublicRows, type PublicWorksRow } from '../../public-queries'
import { type FeedScene, readFeedLanguage, tagOf } from '../feed-scene'
import { requireKnown } from '../require-known'
import { REMEMBERED, type Telling, type ToldWindow } from '../telling'
import { findTellingsAt } from '../telling-queries'
import { latestFirst, worksEntry } from './works-entry'
import { writeAtom } from './write-atom'

/** Only the times that concern the address, each once. */
function timesOf(windows: ToldWindow[]) {
  const times = new Map(windows.map(({ start, end }) => [`${start.getTime()}/${end.getTime()}`, { start, end }]))
  const inOrder = [...times.values()].toSorted((a, b) => a.start.getTime() - b.start.getTime())
  return inOrder.map(({ start, end }) => ({ start: start.toISOString(), end: end.toISOString() }))
}

function entryAt(row: PublicWorksRow, tellings: Telling[], scene: FeedScene, now: Date) {
  const windows = tellings.at(-1)?.windows ?? []
  const works = { ...toPublicWorks(row, now), windows: timesOf(windows) }
  return worksEntry(works, tellings, scene, windows.length > 0 ? undefined : 'withdrawn')
}

/**
 * What is told of one address, as Atom: an entry for each works that touches it, with the times that concern it. Anyone may ask.
 *
 * Throws `not_found` for an unknown address, `bad_input` for a language that is not spoken here, and what requireKnown does.
 */
export async function getAddressFeed(idText: string, lang: string | null, now: Date): Promise<string> {
  const id = readAddressId(idText)
  const db = database()
  const [address, utility] = await Promise.all([getAddress(id, db), getUtility(db)])
  const scene = { locale: readFeedLanguage(lang, utility), utility, publicUrl: env().PUBLIC_URL }
  const found = await findTellingsAt(db, id, new Date(now.getTime() - REMEMBERED))
  await requireKnown(db, id, found, now)
  const told = new Map(found.map(({ reference, tellings }) => [reference, tellings]))
  const rows = await findPublicRows(db, { references: [...told.keys()] })
  const words = translator(scene.locale, 'feeds')
  const feed = {
    id: tagOf(scene, `addresses/${id}`),
    title: words('calendar.name', { address: address.label }),
    subtitle: words('calendar.about', { utility: utility.name }),
    self: `${scene.publicUrl}/feeds/addresses/${id}.atom${lang === null ? '' : `?lang=${scene.locale}`}`,
    page: `${scene.publicUrl}/${scene.locale}/addresses/${id}`,
    author: { name: utility.name, uri: utility.website },
    locale: scene.locale,
    entries: latestFirst(rows.map((row) => entryAt(row, told.get(row.reference) ?? [], scene, now))),
  }
  return writeAtom(feed, now)
}
