/** Lets one client at a time have the turn; the others wait in order. Who has it keeps it until it passes it on, or is taken out. */
export function createTurns() {
  let holder = null
  let waiting = []

  function pass(client) {
    if (holder !== client) return
    const next = waiting.shift()
    holder = next?.client ?? null
    next?.begin()
  }

  return {
    /** Resolves when `client` has the turn: at once when it has it already. */
    take(client) {
      if (holder === null) holder = client
      if (holder === client) return Promise.resolve()
      return new Promise((begin) => waiting.push({ client, begin }))
    },
    pass,
    has: (client) => holder === client,
    /** Forgets a client that waits; its `take` resolves, and it finds out by itself that it is gone. */
    leave(client) {
      for (const { begin } of waiting.filter((other) => other.client === client)) begin()
      waiting = waiting.filter((other) => other.client !== client)
    },
  }
}
