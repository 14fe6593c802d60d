import { LRUCache } from 'lru-cache'
import type { FinishedPage } from './finished-page'
import { addressIdOrNull } from './keepable-path'

/** Of compressed pages, in bytes: some 5,000 of them. */
const MOST_BYTES = 48_000_000

/** What an entry takes beside its body, in bytes, roughly. */
const BESIDE = 2_000

/** What has to be rendered anew. */
export type Dropped = 'all' | { addresses: ReadonlySet<number> }

function isDropped(path: string, dropped: Dropped): boolean {
  if (dropped === 'all') return true
  const id = addressIdOrNull(path)
  return id === null || dropped.addresses.has(id)
}

/**
 * The kept pages, and those that are just being rendered. A page whose rendering began before something was dropped that it may speak of is
 * not kept, and nobody who asks afterwards is given it.
 */
export class PageStore {
  readonly #kept = new LRUCache<string, FinishedPage>({ maxSize: MOST_BYTES, sizeCalculation: ({ body }) => body.length + BESIDE })
  readonly #rendering = new Map<string, Promise<FinishedPage>>()

  /** A page that may be sent again; undefined where there is none, or where it has lived its time. */
  get(path: string): FinishedPage | undefined {
    return this.#kept.get(path)
  }

  /** The page, rendered once for all who ask meanwhile. Kept where it allows it and `mayKeep` says so when it is there. */
  render(path: string, work: () => Promise<FinishedPage>, mayKeep: () => boolean): Promise<FinishedPage> {
    const running = this.#rendering.get(path)
    if (running) return running
    const rendering = work()
      .then((page) => {
        const isCurrent = this.#rendering.get(path) === rendering
        if (isCurrent && page.life !== null && mayKeep()) this.#kept.set(path, page, { ttl: page.life * 1000 })
        return page
      })
      .finally(() => {
        if (this.#rendering.get(path) === rendering) this.#rendering.delete(path)
      })
    this.#rendering.set(path, rendering)
    return rendering
  }

  /** The addresses whose pages are kept or being rendered. */
  addressIds(): number[] {
    const ids = [...this.#kept.keys(), ...this.#rendering.keys()].map(addressIdOrNull)
    return [...new Set(ids)].filter((id) => id !== null)
  }

  drop(dropped: Dropped): void {
    for (const path of [...this.#kept.keys()]) if (isDropped(path, dropped)) this.#kept.delete(path)
    for (const path of [...this.#rendering.keys()]) if (isDropped(path, dropped)) this.#rendering.delete(path)
  }
}
