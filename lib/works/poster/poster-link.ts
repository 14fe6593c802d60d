import { createHmac } from 'node:crypto'
import { equalSecrets } from '@/lib/channels/equal-secrets'
import type { Locale } from '@/lib/i18n/locales'

/** 96 bits: what it opens is public, and costs a second to draw. */
const PROOF_BYTES = 12
const FILE = /^([A-Za-z0-9-]{1,40})\.([A-Za-z0-9_-]{16})\.pdf$/

const sign = (reference: string, secret: string) =>
  createHmac('sha256', secret).update(`poster:${reference}`).digest().subarray(0, PROOF_BYTES).toString('base64url')

/** Where the notice for stairwells of works is, for whoever is told to hang it up. Signed, so that nobody has every works' sheets drawn. */
export function posterUrl(reference: string, locale: Locale, publicUrl: string, secret: string): string {
  return `${publicUrl}/posters/${reference}.${sign(reference, secret)}.pdf?language=${locale}`
}

/** The works whose poster a file's name asks for; null where we have not made it. */
export function readPosterFile(file: string, secret: string): string | null {
  const [, reference = '', proof = ''] = FILE.exec(file) ?? []
  return secret && reference && equalSecrets(proof, sign(reference, secret)) ? reference : null
}
