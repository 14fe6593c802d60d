const last = new Map<string, Promise<unknown>>()

/** Does work about one thing after the work before it, in this process. What goes wrong before stops nobody. */
export async function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const before = last.get(key) ?? Promise.resolve()
  const own = before.catch(() => null).then(work)
  last.set(key, own)
  try {
    return await own
  } finally {
    if (last.get(key) === own) last.delete(key)
  }
}
