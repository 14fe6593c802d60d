import { type Db, database } from '@/lib/db/client'

/** To which countries codes go by SMS beside the utility's own, as ISO 3166-1 alpha-2. */
export async function getSmsCountries(db: Db = database()): Promise<string[]> {
  const utility = await db.utility.findUnique({ where: { id: 1 }, select: { smsCountries: true } })
  return utility?.smsCountries ?? []
}
