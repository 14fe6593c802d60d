import { getAddress } from '@/lib/addresses/queries'
import { readAddressId } from '@/lib/addresses/read-address-id'
import { database } from '@/lib/db/client'
import { withWorks } from '../find-told-works'
import { openScene } from '../open-scene'
import { requireKnown } from '../require-known'
import { REMEMBERED } from '../telling'
import { findTellingsAt } from '../telling-queries'
import { followWindows } from './follow-windows'
import { writeCalendar } from './write-calendar'

/**
 * The calendar of an address: every window that is to come or was lately, cancelled ones too, as iCalendar. Anyone may ask.
 *
 * Throws `not_found` for an unknown address, `bad_input` for a language that is not spoken here, and where it would be empty without anyone knowing
 * that nothing is planned `not_found` or `unavailable` (see requireKnown).
 */
export async function getAddressCalendar(idText: string, lang: string | null, now: Date): Promise<string> {
  const id = readAddressId(idText)
  const db = database()
  const [address, scene] = await Promise.all([getAddress(id, db), openScene(lang)])
  const since = new Date(now.getTime() - REMEMBERED)
  const told = await findTellingsAt(db, id, since)
  await requireKnown(db, id, told, now)
  const windows = (await withWorks(db, told, now)).flatMap(({ works, tellings }) =>
    followWindows(tellings)
      .filter(({ end, changedAt }) => end > since || changedAt > since)
      .map((window) => ({ works, window })),
  )
  return writeCalendar(address, windows, scene)
}
