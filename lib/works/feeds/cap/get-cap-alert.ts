import { database } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { getPublicWorks } from '../../get-public-works'
import { openScene } from '../open-scene'
import { findTellingsOf } from '../telling-queries'
import { findCapAreas } from './cap-queries'
import { makeAlert } from './make-alert'
import { writeAlert } from './write-alert'

/** "W-2026-0001.xml", or "W-2026-0001.2.xml" for the second message about them. */
const FILE = /^([\w-]{1,40})(?:\.([1-9]\d{0,3}))?\.xml$/

function notFound(): AppError {
  return new AppError('not_found', { reason: 'cap_not_found', field: 'file' })
}

/**
 * A message about works in the Common Alerting Protocol 1.2: the latest, or an earlier one by its number. Anyone may ask. Throws `not_found`, for
 * drafts too.
 */
export async function getCapAlert(file: string, now: Date): Promise<string> {
  const [, reference, number] = FILE.exec(file) ?? []
  if (!reference) throw notFound()
  const db = database()
  const works = await getPublicWorks(reference, now)
  const scene = await openScene(null)
  const tellings = (await findTellingsOf(db, [reference]))[0]?.tellings ?? []
  const wanted = number ? Number(number) : tellings.length
  const version = tellings[wanted - 1]?.version
  const alert = version === undefined ? null : makeAlert(works, tellings, wanted, await findCapAreas(db, reference, version), scene)
  if (!alert) throw notFound()
  return writeAlert(alert, scene.utility.zone)
}
