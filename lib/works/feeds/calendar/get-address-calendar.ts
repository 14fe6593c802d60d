import { getAddress } from '@/lib/addresses/queries'
import { readAddressId } from '@/lib/addresses/read-address-id'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { getUtility } from '@/lib/utility/queries'
import { toPublicWorks } from '../../get-public-works'
import { findPublicRows } from '../../public-queries'
import { readFeedLanguage } from '../feed-scene'
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
  const [address, utility] = await Promise.all([getAddress(id, db), getUtility(db)])
  const scene = { locale: readFeedLanguage(lang, utility), utility, publicUrl: env().PUBLIC_URL }
  const since = new Date(now.getTime() - REMEMBERED)
  const told = await findTellingsAt(db, id, since)
  await requireKnown(db, id, told, now)
  const rows = await findPublicRows(db, { references: told.map(({ reference }) => reference) })
  const windows = rows.flatMap((row) => {
    const works = toPublicWorks(row, now)
    const followed = followWindows(told.find(({ reference }) => reference === row.reference)?.tellings ?? [])
    return followed.filter(({ end, changedAt }) => end > since || changedAt > since).map((window) => ({ works, window }))
  })
  return writeCalendar(address, windows, scene)
}
