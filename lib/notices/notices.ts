import type { NoticeKind } from '@/lib/db/generated/enums'
import type { ToldFacts } from '@/lib/works/told-facts'
import type { StoredWindow } from '@/lib/works/works'

/** Everything that a notice's texts are made of, save whom they speak to. */
export interface NoticeFacts extends ToldFacts {
  id: number
  kind: NoticeKind
  worksId: number
  worksVersion: number
  windows: StoredWindow[]
}

/** What one message is about: the addresses and windows that concern its reader. */
export interface Concern {
  addresses: string[]
  windowIds: number[]
  /** Whether the reader looks after buildings, and hangs notices up there. */
  isManager?: boolean
}

/** A text ready to be sent; `subject` for e-mail only. */
export interface RenderedMessage {
  subject: string | null
  text: string
}

/** What became of opening a notice. `waiting`: earlier messages are still with a provider, so nobody knows yet who has heard. */
export type OpenResult = { state: 'opened'; messages: number } | { state: 'not_due' | 'waiting' }
