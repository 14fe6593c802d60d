import type { Actor } from '@/lib/auth/actor'
import { AppError } from '@/lib/errors'
import { type SaveDraft, saveDraft } from './save-draft'
import type { SavedDraft } from './works-draft'

/** What became of a save. `overtaken`: somebody (or one's own other window) saved first. `closed`: these works are no draft any more. */
export type DraftSave =
  | ({ outcome: 'saved'; at: string } & SavedDraft)
  | { outcome: 'overtaken'; by: string; at: string }
  | { outcome: 'closed'; reason: string; params: Record<string, string | number> }

/** Saves a draft as saveDraft does; that it cannot be saved any more is an answer and no error, so that an editor can keep what was typed. */
export async function attemptDraftSave(actor: Actor, raw: SaveDraft, now: Date): Promise<DraftSave> {
  try {
    return { outcome: 'saved', at: now.toISOString(), ...(await saveDraft(actor, raw, now)) }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { reason, field, params = {} } = error.detail
    if (error.code === 'conflict' && field === 'revision') {
      return { outcome: 'overtaken', by: String(params.name ?? ''), at: String(params.at ?? '') }
    }
    const isClosed = (error.code === 'conflict' || error.code === 'not_found') && field === 'reference'
    if (isClosed) return { outcome: 'closed', reason, params }
    throw error
  }
}
