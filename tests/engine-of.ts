import { InngestTestEngine } from '@inngest/test'

/** What a function asked of the engine, which this test stands in for: it answers at once. */
export function engineOf(fn: ConstructorParameters<typeof InngestTestEngine>[0]['function'], name: string, data: object) {
  const sleeps: Date[] = []
  const sent: unknown[] = []
  const engine = new InngestTestEngine({
    function: fn,
    events: [{ name, data, ts: Date.now() }],
    transformCtx: (context) => {
      Object.assign(context.step, {
        sleepUntil: async (_id: string, until: Date) => void sleeps.push(until),
        sendEvent: async (_id: string, event: { name: string }) => void sent.push(event.name),
      })
      return context
    },
  })
  return { engine, sleeps, sent }
}
