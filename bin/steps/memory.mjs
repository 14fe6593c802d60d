/**
 * Megabytes of heap for a process that delivers: it streams, and needs a tenth of this however many messages there are. Without a limit V8 lets
 * garbage lie until a machine's memory is in question.
 */
export const DELIVERY_MEMORY = '--max-old-space-size=320'

/** Room for what an import throws away at once, in megabytes: V8's own 16 cost a tenth of its time. */
export const IMPORT_MEMORY = '--max-semi-space-size=64'

/** Room for what a request throws away at once, in megabytes: many are answered at a time, and V8's own 16 kept an eighth of the server's time for the collector (`bench bots` 0.36 of its peer with them, 0.42 to 0.45 with these). */
export const WEB_MEMORY = '--max-semi-space-size=64'
