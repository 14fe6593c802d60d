import { VIBER_FACTS } from './viber-facts'

export interface ViberFault {
  /** 3: bad data, 4: missing data. */
  status: 3 | 4
  what: string
}

type Values = Record<string, unknown>

function checkButton(button: Values, version: number): string | null {
  const { Columns, Rows, ActionType, ActionBody, Text } = button
  const unknown = Object.keys(button).find((name) => !VIBER_FACTS.button.includes(name as never))
  if (unknown) return `unknown field ${unknown} of a button`
  if (!Number.isInteger(Columns) || Number(Columns) < 1 || Number(Columns) > VIBER_FACTS.columns || ![1, 2].includes(Number(Rows)))
    return 'a button of no size'
  const since = VIBER_FACTS.actions[String(ActionType)]
  if (since === undefined || since > version) return `${ActionType} in version ${version}`
  if (typeof ActionBody !== 'string' || ActionBody === '' || typeof Text !== 'string' || Text === '') return 'a button without words'
  if (Text.length > VIBER_FACTS.longestButtonText || ActionBody.length > VIBER_FACTS.longestButtonText)
    return 'a button with too many words'
  return ActionType === 'open-url' && !URL.canParse(ActionBody) ? 'a button to nowhere' : null
}

/** Rows of six columns, each of them full. */
function checkKeyboard(keyboard: unknown, version: number): string | null {
  if (keyboard === undefined) return null
  const { Type, Buttons, ...rest } = keyboard as Values
  if (Type !== 'keyboard' || !Array.isArray(Buttons) || Buttons.length === 0) return 'no keyboard'
  if (Object.keys(rest).some((name) => !VIBER_FACTS.keyboard.includes(name as never))) return 'unknown field of a keyboard'
  let filled = 0
  for (const { Columns } of Buttons) {
    if ((filled % VIBER_FACTS.columns) + Columns > VIBER_FACTS.columns) return 'a row too wide'
    filled += Columns
  }
  if (filled % VIBER_FACTS.columns !== 0) return 'a row not full'
  return Buttons.map((button) => checkButton(button, version)).find((fault) => fault !== null) ?? null
}

/** What Viber would object to in a call, or in the answer to `conversation_started` (`welcome`); null when nothing. */
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
  const keyboard = checkKeyboard(fields.keyboard, Number(fields.min_api_version ?? 1))
  if (keyboard) return { status: 3, what: keyboard }
  if (method === 'welcome') return null
  if (method === 'send_message') return typeof receiver === 'string' && receiver !== '' ? null : { status: 4, what: 'receiver is missing' }
  if (!Array.isArray(list) || list.length === 0) return { status: 4, what: 'broadcast_list is missing' }
  if (list.length > VIBER_FACTS.mostReceivers) return { status: 3, what: `${list.length} receivers` }
  return list.every((one) => typeof one === 'string' && one !== '') ? null : { status: 3, what: 'a receiver is no text' }
}
