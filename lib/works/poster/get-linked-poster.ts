import { SYSTEM } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { getPoster } from './get-poster'
import type { Poster } from './poster'
import { readPosterFile } from './poster-link'

/** What stands on a printed notice, for whoever has the link to it: what is published, and no more. Throws `not_found`. */
export async function getLinkedPoster(file: string, secret: string): Promise<Poster> {
  const reference = readPosterFile(file, secret)
  const poster = reference === null ? null : await getPoster(SYSTEM, reference, 'works')
  if (!poster || poster.state === 'draft' || poster.state === 'in_approval')
    throw new AppError('not_found', { reason: 'poster_link_wrong' })
  return poster
}
