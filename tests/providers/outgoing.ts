import type { OutgoingMessage, UnsettledMessage } from '@/lib/channels/channels'

/** A message as the ledger hands it over. */
export function outgoing(id: number, to: string, fields: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const text = `Acque: acqua interrotta lunedì, avviso ${id}.`
  const common = { language: 'it', subject: null, segments: 1, usefulSeconds: 3600, unsubscribeUrl: null, batchKey: null }
  return { id: String(id), to, text, ...common, ...fields }
}

/** The same, taken a while ago by a worker that died. */
export function unsettled(message: OutgoingMessage, claimedAt = new Date(Date.now() - 5_000)): UnsettledMessage {
  return { ...message, claimedAt }
}

export const nobodyKnows = async () => false
