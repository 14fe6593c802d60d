import { getAddress } from '@/lib/addresses/queries'
import { readAddressId } from '@/lib/addresses/read-address-id'
import { database } from '@/lib/db/client'
import { translator } from '@/lib/i18n/translator'
import { type FeedScene, tagOf } from '../feed-scene'
import { type ToldWorks, withWorks } from '../find-told-works'
import { openScene } from '../open-scene'
import { requireKnown } from '../require-known'
import { REMEMBERED, spansAsText, spansOf } from '../telling'
import { findTellingsAt } from '../telling-queries'
import { latestFirst, worksEntry } from './works-entry'
import { writeAtom } from './write-atom'

/** Only the times that concern the address. */
function entryAt({ works, tellings }: ToldWorks, scene: FeedScene) {
  const windows = tellings.at(-1)?.windows ?? []
  return worksEntry({ ...works, windows: spansAsText(spansOf(windows)) }, tellings, scene, windows.length > 0 ? undefined : 'withdrawn')
}

/**
 * What is told of one address, as Atom: an entry for each works that touches it, with the times that concern it. Anyone may ask.
 *
 * Throws `not_found` for an unknown address, `bad_input` for a language that is not spoken here, and what requireKnown does.
 */
export async function getAddressFeed(idText: string, lang: string | null, now: Date): Promise<string> {
  const id = readAddressId(idText)
  const db = database()
  const [address, scene] = await Promise.all([getAddress(id, db), openScene(lang)])
  const { locale, utility, publicUrl } = scene
  const told = await findTellingsAt(db, id, new Date(now.getTime() - REMEMBERED))
  await requireKnown(db, id, told, now)
  const words = translator(locale, 'feeds')
  const feed = {
    id: tagOf(scene, `addresses/${id}`),
    title: words('calendar.name', { address: address.label }),
    subtitle: words('calendar.about', { utility: utility.name }),
    self: `${publicUrl}/feeds/addresses/${id}.atom${lang === null ? '' : `?lang=${locale}`}`,
    page: `${publicUrl}/${locale}/addresses/${id}`,
    author: { name: utility.name, uri: utility.website },
    locale,
    entries: latestFirst((await withWorks(db, told, now)).map((one) => entryAt(one, scene))),
  }
  return writeAtom(feed, now)
}
