import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { line } from '@/lib/plain-text'

/** As many as one form names. */
const MOST = 200
const ids = z.array(z.coerce.number().int().min(1).max(2_147_483_647)).max(MOST).default([])

export const OWN_ROLES = ['holder', 'resident', 'family', 'tenant', 'carer', 'building_manager'] as const

/** These are other people: what they may see is their own, not what the one who added them has. */
const OTHERS: ReadonlySet<string> = new Set(['family', 'tenant', 'carer'])
export const isOtherPerson = (role: (typeof OWN_ROLES)[number]) => OTHERS.has(role)

export const addOwnContactInput = z.object({
  channel: z.enum(['sms', 'email']),
  value: line(3, 254),
  language: z.enum(LOCALES),
  accountIds: ids,
  addressIds: ids,
  role: z.enum(OWN_ROLES),
})
export type AddOwnContact = z.input<typeof addOwnContactInput>

export const contactIdInput = z.object({ contactId: z.coerce.number().int().min(1).max(2_147_483_647) })
export const confirmByCodeInput = contactIdInput.extend({ code: line(4, 20) })
export const changeOwnContactInput = contactIdInput.extend({ value: line(3, 254), language: z.enum(LOCALES).optional() })
