import type { Send } from './channels'

/** Stands for a provider that has credentials but no client in this version: nothing is said to be sent that was not. */
export const sendLater: Send = async (messages) =>
  messages.map(({ id }) => ({ id, state: 'retry', provider: 'none', errorCode: 'channel_not_available' }))
