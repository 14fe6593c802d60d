import { translator } from '@/lib/i18n/translator'
import { latestFirst, worksEntry } from '../atom/works-entry'
import { writeAtom } from '../atom/write-atom'
import { type FeedScene, tagOf } from '../feed-scene'
import { findToldWorks, type ToldWorks } from '../find-told-works'
import { openScene } from '../open-scene'

/** The latest message about works: another one each time, so that whoever collects them takes each. */
function messageEntry({ works, tellings }: ToldWorks, scene: FeedScene) {
  const name = `${works.reference}.${tellings.length}`
  const entry = worksEntry(works, tellings, scene)
  const link = { href: `${scene.publicUrl}/feeds/cap/${name}.xml`, type: 'application/cap+xml' }
  return entry && { ...entry, id: tagOf(scene, `cap/${name}`), published: entry.updated, link }
}

/**
 * The latest CAP message of all works that run, are to come, or ended or were cancelled in the last 30 days, as Atom: an entry for each message, whose
 * link leads to it. Anyone may ask. Throws `bad_input` for a language that is not spoken here.
 */
export async function getCapIndex(lang: string | null, now: Date): Promise<string> {
  const scene = await openScene(lang)
  const { locale, utility, publicUrl } = scene
  const words = translator(locale, 'feeds')
  const feed = {
    id: tagOf(scene, 'cap'),
    title: `CAP – ${words('atom.title', { utility: utility.name })}`,
    subtitle: words('cap_about'),
    self: `${publicUrl}/feeds/cap.atom${lang === null ? '' : `?lang=${locale}`}`,
    page: `${publicUrl}/${locale}/works`,
    author: { name: utility.name, uri: utility.website },
    locale,
    entries: latestFirst((await findToldWorks({}, now)).map((one) => messageEntry(one, scene))),
  }
  return writeAtom(feed, now)
}
