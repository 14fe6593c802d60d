interface Waiting<Item, Result> {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/** So many statements are under way at once: while they are, what comes gathers for the next. */
const AT_ONCE = 2

/**
 * Makes of work for many items at once work for one: what is asked for while an earlier batch is under way goes together in the next, so that a crowd
 * costs little more than one. Nobody waits for others who have not come yet. Where a batch fails, each item is tried alone: one fault is nobody else's.
 */
export function inBatches<Item, Result>(work: (items: Item[]) => Promise<Result[]>, most: number): (item: Item) => Promise<Result> {
  const queue: Waiting<Item, Result>[] = []
  let running = 0

  async function run(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item))
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result)
    } catch (error) {
      const [only] = batch
      if (batch.length === 1) only?.reject(error)
      else await Promise.all(batch.map((one) => run([one])))
    }
  }

  async function runAll(): Promise<void> {
    running += 1
    // Whoever asks in the same moment goes along.
    await Promise.resolve()
    while (queue.length > 0) await run(queue.splice(0, most))
    running -= 1
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject })
      if (running < AT_ONCE) void runAll()
    })
}
