import { VIBER_FACTS } from './viber-facts'

export interface ViberFault {
  /** 3: bad data, 4: missing data. */
  status: 3 | 4
  what: string
}

/** What Viber would object to in a call; null when nothing. */
export function checkViberCall(method: string, fields: Record<string, unknown>, bytes: number): ViberFault | null {
  const known = VIBER_FACTS.fields[method]
  if (!known) return { status: 3, what: `no method ${method}` }
  const unknown = Object.keys(fields).find((name) => !known.includes(name))
  if (unknown) return { status: 3, what: `unknown field ${unknown}` }
  const { type, text, sender, receiver, broadcast_list: list } = fields
  const name = (sender as { name?: unknown } | undefined)?.name
  if (typeof name !== 'string' || name === '') return { status: 4, what: 'sender.name is missing' }
  if (name.length > VIBER_FACTS.longestSenderName) return { status: 3, what: 'sender.name is too long' }
  if (type !== 'text') return { status: 3, what: `type ${type}` }
  if (typeof text !== 'string' || text === '') return { status: 4, what: 'text is missing' }
  if (text.length > VIBER_FACTS.longestText) return { status: 3, what: 'text is too long' }
  if (bytes > VIBER_FACTS.mostBytes) return { status: 3, what: `${bytes} bytes` }
  if (method === 'send_message') return typeof receiver === 'string' && receiver !== '' ? null : { status: 4, what: 'receiver is missing' }
  if (!Array.isArray(list) || list.length === 0) return { status: 4, what: 'broadcast_list is missing' }
  if (list.length > VIBER_FACTS.mostReceivers) return { status: 3, what: `${list.length} receivers` }
  return list.every((one) => typeof one === 'string' && one !== '') ? null : { status: 3, what: 'a receiver is no text' }
}
