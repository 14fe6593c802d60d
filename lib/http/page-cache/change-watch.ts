import { setTimeout as sleep } from 'node:timers/promises'
import { askInTime } from '@/lib/db/ask-in-time'
import { logger } from '@/lib/logger'
import { forgetKnownUtility } from '@/lib/utility/get-known-utility'
import { findPublicChanges } from '@/lib/works/changes/find-public-changes'
import { findTouchedAddresses } from '@/lib/works/changes/find-touched-addresses'
import type { ChangeMark } from '@/lib/works/changes/public-changes'
import type { PageStore } from './page-store'

/** For so long, in milliseconds, what was read of the database is taken for now. */
const FRESH = 250

/** A look is waited for so long: briefly while the database was heard lately, longer when it was not. */
const PATIENCE = { heard: 200, unheard: 2_000 }

/** A database that is busy is believed for so long: until the look that it does not answer is given up. With 15 seconds in a cache on the way that is less than 30. */
const BELIEVED = 10_000

/**
 * Whether kept pages still say what the database says. Each process looks for itself, while somebody asks for pages, four times a second at most;
 * what has changed is dropped before kept pages are taken for fresh again. When the database does not answer everything is dropped at once.
 */
export class ChangeWatch {
  #mark: ChangeMark | null = null
  #lookedAt = Number.NEGATIVE_INFINITY
  #looking: Promise<boolean> | null = null

  constructor(
    private readonly store: PageStore,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Whether kept pages may be sent, and rendered ones kept. */
  async isFresh(): Promise<boolean> {
    if (this.clock() - this.#lookedAt < FRESH) return true
    const patience = this.isKnown() ? PATIENCE.heard : PATIENCE.unheard
    const answered = await Promise.race([this.#look(), sleep(patience, null, { ref: false })])
    return answered ?? this.isKnown()
  }

  /** Whether the database was heard lately enough to keep what was rendered meanwhile. */
  isKnown(): boolean {
    return this.clock() - this.#lookedAt < BELIEVED
  }

  #look(): Promise<boolean> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null
    })
    return this.#looking
  }

  async #lookOnce(): Promise<boolean> {
    const began = this.clock()
    try {
      const { mark, changed } = await askInTime(() => findPublicChanges(this.#mark))
      await this.#drop(changed)
      this.#mark = mark
      this.#lookedAt = began
      return true
    } catch (error) {
      if (this.#mark) logger.warn({ err: error }, 'kept pages are dropped: the database does not say whether they still hold')
      this.#mark = null
      this.#lookedAt = Number.NEGATIVE_INFINITY
      this.store.drop('all')
      return false
    }
  }

  async #drop(changed: 'all' | string[]): Promise<void> {
    if (changed === 'all') {
      // Before the pages, which are rendered with them.
      forgetKnownUtility()
      this.store.drop('all')
      return
    }
    if (changed.length === 0) return
    const { isPublic, ids } = await askInTime(() => findTouchedAddresses(changed, this.store.addressIds()))
    if (isPublic) this.store.drop({ addresses: new Set(ids) })
  }
}
