import { z } from 'zod'
import { type Actor, requireCustomer } from '@/lib/auth/actor'
import { recordAudit } from '@/lib/auth/audit'
import { CONSENT_VERSION } from '@/lib/contacts/consent'
import { transaction } from '@/lib/db/client'
import { SupportNeedKind } from '@/lib/db/generated/enums'
import { badInput } from '@/lib/errors'
import { LOCALES } from '@/lib/i18n/locales'
import { parseInput } from '@/lib/parse-input'
import { ownId, requireOwnAccount } from './require-own'

const needsInput = z.object({
  accountId: ownId,
  kinds: z.array(z.enum(SupportNeedKind)).max(Object.keys(SupportNeedKind).length),
  /** Health is told by nobody's silence (GDPR, art. 9 (2) a). */
  agreed: z.boolean(),
  language: z.enum(LOCALES),
})

/** What a consent to keep a need is called in its list. */
export const NEED_CONSENT = 'support_need'

/**
 * Says who needs help at an account when supply fails: operators and the call centre see it from then on. It takes consent, which is kept; naming
 * nothing takes both back. What somebody else said of themselves there stays. Throws `unauthenticated`, `forbidden`, `not_found`, `bad_input`.
 */
export async function setSupportNeeds(actor: Actor, raw: z.input<typeof needsInput>, now: Date): Promise<void> {
  const customer = requireCustomer(actor)
  const { accountId, kinds, agreed, language } = parseInput(needsInput, raw)
  if (kinds.length > 0 && !agreed) throw badInput('consent_missing', 'agreed')
  const { personId } = customer
  await transaction(async (db) => {
    await requireOwnAccount(db, customer, accountId)
    await db.supportNeed.deleteMany({ where: { accountId, personId, kind: { notIn: kinds } } })
    await db.supportNeed.createMany({ data: kinds.map((kind) => ({ accountId, kind, personId, saidAt: now })), skipDuplicates: true })
    const open = { personId, kind: NEED_CONSENT, withdrawnAt: null }
    const others = await db.supportNeed.count({ where: { personId } })
    if (others === 0) await db.consent.updateMany({ where: open, data: { withdrawnAt: now } })
    if (kinds.length > 0 && (await db.consent.count({ where: { ...open, textVersion: CONSENT_VERSION } })) === 0)
      await db.consent.create({
        data: { personId, kind: NEED_CONSENT, textVersion: CONSENT_VERSION, language, source: 'account', givenAt: now },
      })
    await recordAudit(db, actor, { action: 'account.support_needs', subject: `account:${accountId}`, after: { kinds: kinds.length } }, now)
  })
}
