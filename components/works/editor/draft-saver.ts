import type { ActionResult } from '@/lib/http/action'
import type { DraftSave } from '@/lib/works/drafts/attempt-draft-save'
import type { SaveDraft } from '@/lib/works/drafts/save-draft'
import type { DraftProblem, WorksDraftInput } from '@/lib/works/drafts/works-draft'

/** How the last change fares. `unsent`: no connection. `refused`: the server says why. `overtaken`, `closed`: nothing is saved any more. */
export type SaveState =
  | { kind: 'untouched' | 'waiting' | 'saving' | 'unsent' }
  | { kind: 'saved'; at: string }
  | { kind: 'refused'; message: string; field?: string }
  | { kind: 'overtaken'; by: string; at: string }
  | { kind: 'closed'; reason: string; params: Record<string, string | number> }

/** What is known of the draft on the server, and of what was typed since. */
export interface SaverStatus {
  state: SaveState
  reference: string | null
  revision: number | null
  problem: DraftProblem | null
}

export type SaveAction = (input: SaveDraft) => Promise<ActionResult<DraftSave>>

/** A pause in typing of so many milliseconds is the moment to save. */
const PAUSE = 1_000
/** Waits before it is tried again without a connection, in milliseconds; the last one repeats. */
const RETRIES = [2_000, 5_000, 10_000, 20_000] as const

/**
 * Saves a draft some time after each change: one save at a time, the newest words next. What could not be sent is sent again as it was, so that
 * an answer that got lost does no harm, and then what was typed since. Pure of React; timers are the browser's.
 */
export class DraftSaver {
  #status: SaverStatus
  #save: SaveAction
  #listeners = new Set<() => void>()
  #typed: WorksDraftInput | null = null
  #sent: SaveDraft | null = null
  #isBusy = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(save: SaveAction, opened: Omit<SaverStatus, 'state'>) {
    this.#save = save
    this.#status = { ...opened, state: { kind: 'untouched' } }
  }

  readonly getStatus = (): SaverStatus => this.#status

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether something was typed that the server does not have. */
  get hasUnsaved(): boolean {
    return this.#typed !== null || this.#sent !== null || this.#isStopped()
  }

  /** Takes the newest words; they are saved when the typing pauses. */
  change(draft: WorksDraftInput): void {
    this.#typed = draft
    if (this.#isStopped()) return
    if (!this.#isBusy) {
      if (this.#status.state.kind !== 'unsent') this.#tell({ state: { kind: 'waiting' } })
      this.#after(this.#status.state.kind === 'unsent' ? this.#retryDelay() : PAUSE)
    }
  }

  /** Tries at once, as when the connection is back. */
  hurry(): void {
    if (this.hasUnsaved && !this.#isBusy && !this.#isStopped()) this.#after(0)
  }

  /** Goes on from what the server has: after somebody else's words were loaded. */
  restart(opened: Omit<SaverStatus, 'state'>): void {
    clearTimeout(this.#timer)
    this.#typed = null
    this.#sent = null
    this.#failures = 0
    this.#tell({ ...opened, state: { kind: 'untouched' } })
  }

  /** Ends the timers. */
  stop(): void {
    clearTimeout(this.#timer)
  }

  #isStopped(): boolean {
    return this.#status.state.kind === 'overtaken' || this.#status.state.kind === 'closed'
  }

  #retryDelay(): number {
    return RETRIES[Math.min(this.#failures, RETRIES.length) - 1] ?? RETRIES[0]
  }

  #after(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), delay)
  }

  #tell(change: Partial<SaverStatus>): void {
    this.#status = { ...this.#status, ...change }
    for (const listener of this.#listeners) listener()
  }

  async #send(): Promise<void> {
    if (this.#isBusy) return
    const input = this.#sent ?? this.#next()
    if (!input) return
    this.#sent = input
    this.#isBusy = true
    if (this.#failures === 0) this.#tell({ state: { kind: 'saving' } })
    const answer = await this.#save(input).catch(() => null)
    this.#isBusy = false
    // Somebody else's words were loaded meanwhile: the answer is about what is no longer here.
    if (this.#sent !== input) this.#goOn()
    else if (answer === null) this.#failed({ kind: 'unsent' })
    else if (answer.ok) this.#settle(answer.value)
    else this.#refused(answer.error)
  }

  #next(): SaveDraft | null {
    const draft = this.#typed
    this.#typed = null
    const { reference, revision } = this.#status
    return draft && { reference, revision, draft }
  }

  #goOn(): void {
    if (this.#typed) this.#after(PAUSE)
  }

  #settle(save: DraftSave): void {
    this.#sent = null
    this.#failures = 0
    if (save.outcome === 'saved') {
      const { reference, revision, problem, at } = save
      this.#tell({ reference, revision, problem, state: this.#typed ? { kind: 'waiting' } : { kind: 'saved', at } })
      this.#goOn()
      return
    }
    const { outcome, ...rest } = save
    this.#tell({ state: { kind: outcome, ...rest } as SaveState })
  }

  /** Wrong words wait for the next change; a fault of ours, or a sign-in that ended, is tried again with the same words. */
  #refused(error: { message: string; field?: string }): void {
    if (error.field === undefined) {
      this.#failed({ kind: 'refused', ...error })
      return
    }
    this.#typed ??= this.#sent?.draft ?? null
    const isNewer = this.#typed !== this.#sent?.draft
    this.#sent = null
    this.#tell({ state: { kind: 'refused', ...error } })
    if (isNewer) this.#after(PAUSE)
  }

  #failed(state: SaveState): void {
    this.#failures++
    this.#tell({ state })
    this.#after(this.#retryDelay())
  }
}
