import type { Sender } from './channels'

/** The sender of a channel without credentials: the ledger's own row is the message, and the outbox page shows it. Twice is once. */
export const OUTBOX: Sender = {
  name: 'outbox',
  rate: null,
  batch: 500,
  perRequest: 1,
  canSettle: true,
  send: async (messages) => messages.map(({ id }) => ({ id, state: 'delivered', providerId: id })),
  settle: async (messages) => messages.map(({ id }) => ({ id, state: 'requeue' })),
}
