import { hashLinkToken } from '@/lib/auth/link-token'
import { database } from '@/lib/db/client'
import type { StaffLinkPurpose, StaffRole } from '@/lib/db/generated/enums'
import { getOpenLinkOrNull } from './queries'

/** Whom a mailed address is for: null when it opens nothing (any more). Looking uses nothing up: mail programs look, too. `now` is real time. */
export async function getLinkOrNull(
  purpose: StaffLinkPurpose,
  token: string,
  now: Date,
): Promise<{ email: string; name: string; role: StaffRole } | null> {
  const link = await getOpenLinkOrNull(database(), purpose, hashLinkToken(token), now)
  return link && { email: link.email, name: link.name, role: link.role }
}
