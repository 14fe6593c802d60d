import type { z } from 'zod'
import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { canServeCallers } from '@/lib/auth/policies'
import { transaction } from '@/lib/db/client'
import { parseInput } from '@/lib/parse-input'
import { languageInput } from './call-centre'
import { getContactForUpdate } from './queries'

/** Sets the language in which a contact is told from now on. Throws `forbidden`, `not_found`, `bad_input`. */
export async function setContactLanguage(actor: Actor, raw: z.input<typeof languageInput>, now: Date): Promise<void> {
  requirePolicy(actor, canServeCallers(actor))
  const { contactId, language } = parseInput(languageInput, raw)
  await transaction(async (db) => {
    const before = await getContactForUpdate(db, contactId)
    if (before.language === language) return
    await db.contact.update({ where: { id: contactId }, data: { language } })
    const change = { before: { language: before.language }, after: { language } }
    await recordAudit(db, actor, { action: 'contact.language', subject: `contact:${contactId}`, ...change }, now)
  })
}
