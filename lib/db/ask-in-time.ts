/** So long, in milliseconds, whoever looks at a page waits for the database. Its answers take milliseconds; after seconds people go away. */
const PATIENCE = 5_000

/** After it said nothing, nobody else waits for it for so long: or each of a page's questions would wait anew. */
const REST = 2_000

/** The database did not answer, nor did it refuse: a line that swallows everything, a server that hangs. */
class DatabaseSilent extends Error {
  override readonly name = 'DatabaseSilent'
}

// Kept on globalThis: pages, handlers and the page cache are bundled apart, and what one of them has waited for the others need not.
const store = globalThis as typeof globalThis & { preavvisoSilentUntil?: number }

/**
 * What `ask` gives, for public answers: throws when the database has not answered within five seconds, and at once in the two seconds after that.
 * "We cannot say at the moment" now is better than the truth for somebody who has left.
 */
export async function askInTime<T>(ask: () => Promise<T>): Promise<T> {
  if (performance.now() < (store.preavvisoSilentUntil ?? 0)) throw new DatabaseSilent('the database said nothing just before')
  let waiting: NodeJS.Timeout | undefined
  // Not by `timers/promises`: to end that takes an exception for each question, which cost a look-up more than the look-up.
  const patience = new Promise<never>((_resolve, reject) => {
    waiting = setTimeout(() => {
      store.preavvisoSilentUntil = performance.now() + REST
      reject(new DatabaseSilent('the database says nothing'))
    }, PATIENCE).unref()
  })
  try {
    return await Promise.race([ask(), patience])
  } finally {
    clearTimeout(waiting)
  }
}
