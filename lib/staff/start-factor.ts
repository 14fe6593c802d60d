import { type Actor, requireMember } from '@/lib/auth/actor'
import { openSealed, sealText } from '@/lib/auth/seal'
import { factorOwner } from '@/lib/auth/take-code'
import { newTotpSecret, totpUri } from '@/lib/auth/totp'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { drawQrCode, type QrCode } from '@/lib/qr-code'
import { getKnownUtility } from '@/lib/utility/get-known-utility'

export interface FactorOffer {
  /** In base32, for whoever types it. */
  secret: string
  /** `otpauth://…`, for an app on the same device. */
  uri: string
  /** The same as a QR code. */
  picture: QrCode
}

/** What was offered before and not confirmed yet; null where it cannot be read any more. */
async function findOffered(staffId: number, key: string): Promise<string | null> {
  const factor = await database().staffFactor.findUnique({ where: { staffId }, select: { secret: true, confirmedAt: true } })
  if (factor?.confirmedAt) throw new AppError('conflict', { reason: 'factor_exists' })
  return factor && openSealed(factor.secret, factorOwner(staffId), key)
}

/**
 * Offers a secret for one's own second factor: the same one each time until a code confirms it, so that two windows do not fight. `now` is real
 * time. Throws `forbidden` for whoever is no member of staff, `conflict` when there is a second factor already.
 */
export async function startFactor(actor: Actor, now: Date): Promise<FactorOffer> {
  const { id: staffId, email } = requireMember(actor)
  const key = env().NEXTAUTH_SECRET ?? ''
  const offered = await findOffered(staffId, key)
  const secret = offered ?? newTotpSecret()
  if (!offered) {
    const sealed = sealText(secret, factorOwner(staffId), key)
    await database().staffFactor.upsert({
      where: { staffId, confirmedAt: null },
      create: { staffId, secret: sealed, createdAt: now },
      update: { secret: sealed, createdAt: now },
    })
  }
  const uri = totpUri(secret, email, (await getKnownUtility())?.name ?? 'Preavviso')
  return { secret, uri, picture: drawQrCode(uri) }
}
