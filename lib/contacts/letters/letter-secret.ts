import { openSealed, sealText } from '@/lib/auth/seal'
import type { Channel } from '@/lib/db/generated/enums'
import { env } from '@/lib/env'

interface End {
  channel: Channel
  to: string
}

/** A secret can be opened only for the end that it was written for. */
const ownerOf = ({ channel, to }: End) => `letter:${channel}:${to}`

/** What a letter needs of a proof: the code to type and the token of its link. */
export function letterSecret({ code, token }: { code: string; token: string }): string {
  return `${code}.${token}`
}

export function sealLetterSecret(secret: string, end: End): string {
  return sealText(secret, ownerOf(end), env().NEXTAUTH_SECRET ?? '')
}

/** Code and token of a sealed secret; null where it cannot be opened (any more). */
export function openLetterSecret(sealed: string, end: End): { code: string; token: string } | null {
  const [code, token] = openSealed(sealed, ownerOf(end), env().NEXTAUTH_SECRET ?? '')?.split('.') ?? []
  return code === undefined || token === undefined ? null : { code, token }
}
