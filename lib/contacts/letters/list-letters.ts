import { type Actor, requirePolicy } from '@/lib/auth/actor'
import { canReadOutbox } from '@/lib/auth/policies'
import { database } from '@/lib/db/client'
import type { Channel } from '@/lib/db/generated/enums'
import type { LetterKind } from './letter'

export interface LetterView {
  id: string
  kind: LetterKind
  channel: Channel
  recipient: string
  language: string
  subject: string | null
  text: string
  /** ISO instant. */
  sentAt: string
}

/** As many as one looks through at once. */
const SHOWN = 6

/** The letters that the local channels would have sent, newest first. They hold codes: there are none where a real channel sends. Throws `forbidden`. */
export async function listLetters(actor: Actor): Promise<LetterView[]> {
  requirePolicy(actor, canReadOutbox(actor))
  const rows = await database().letter.findMany({
    where: { provider: 'outbox', text: { not: null } },
    select: {
      id: true,
      kind: true,
      channel: true,
      recipient: true,
      language: true,
      subject: true,
      text: true,
      sentAt: true,
      createdAt: true,
    },
    orderBy: { id: 'desc' },
    take: SHOWN,
  })
  return rows.map(({ id, kind, text, sentAt, createdAt, ...letter }) => ({
    ...letter,
    id: String(id),
    kind: kind as LetterKind,
    text: text ?? '',
    sentAt: (sentAt ?? createdAt).toISOString(),
  }))
}
