import { TELEGRAM_FACTS, TELEGRAM_LONGEST_DATA, TELEGRAM_LONGEST_TEXT, TELEGRAM_TYPES, TELEGRAM_UNLISTED_FACTS } from './telegram-facts'

type Values = Record<string, unknown>

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with a value of a type that we know by its fields; null when nothing, or where we know no such type. */
function checkObject(value: Values, type: string): string | null {
  const facts = TELEGRAM_TYPES[type]
  return facts ? checkFields(value, facts.required, facts.optional, type) : null
}

function checkType(value: unknown, type: string): string | null {
  const wrong = `must be ${type}`
  if (type === 'String') return typeof value === 'string' ? null : wrong
  if (type === 'Integer') return Number.isSafeInteger(value) ? null : wrong
  if (type === 'Boolean') return typeof value === 'boolean' ? null : wrong
  if (!type.startsWith('Array of ')) return isObject(value) ? checkObject(value, type) : wrong
  if (!Array.isArray(value)) return wrong
  const inner = type.slice('Array of '.length)
  return value.map((one) => checkType(one, inner)).find((fault) => fault !== null) ?? null
}

function checkFields(values: Values, required: Record<string, string[]>, optional: Record<string, string[]>, where: string): string | null {
  const missing = Object.keys(required).find((name) => values[name] === undefined)
  if (missing === 'chat_id') return 'chat_id is empty'
  if (missing === 'text') return 'message text is empty'
  if (missing) return `parameter ${missing} is required`
  for (const [name, value] of Object.entries(values)) {
    const types = required[name] ?? optional[name]
    if (!types) return `parameter ${name} is not known in ${where}`
    const faults = types.map((type) => checkType(value, type))
    if (!faults.includes(null)) return `parameter ${name}: ${faults.join('; or ')}`
  }
  return null
}

/** "Exactly one of the fields other than text … must be used", and a button to nowhere is refused with its message. */
function checkInlineButton({ text, url, callback_data: data, ...rest }: Values): string | null {
  if (text === '') return 'button text is empty'
  const used = [url, data, ...Object.values(rest)].filter((value) => value !== undefined)
  if (used.length !== 1) return 'text buttons are unallowed in the inline keyboard'
  if (typeof data === 'string' && (data === '' || Buffer.byteLength(data) > TELEGRAM_LONGEST_DATA)) return 'BUTTON_DATA_INVALID'
  if (typeof url === 'string' && (!URL.canParse(url) || new URL(url).hostname === 'localhost'))
    return `inline keyboard button URL '${url}' is invalid`
  return null
}

function checkMarkup(markup: unknown): string | null {
  if (!isObject(markup)) return null
  const rows = (markup.inline_keyboard ?? []) as Values[][]
  if (rows.some((row) => row.length === 0)) return 'a row of buttons is empty'
  return (
    rows
      .flat()
      .map(checkInlineButton)
      .find((fault) => fault !== null) ?? null
  )
}

function checkCommands(commands: unknown): string | null {
  if (!Array.isArray(commands)) return null
  if (commands.length > 100) return 'BOT_COMMANDS_TOO_MUCH'
  const isWrong = commands.some(({ command, description }) => !/^[a-z0-9_]{1,32}$/.test(command) || !/^.{1,256}$/s.test(description))
  return isWrong ? 'BOT_COMMAND_INVALID' : null
}

/** What Telegram would object to in a call, or in a webhook's response; null when nothing. */
export function checkTelegramCall(method: string, fields: Values): string | null {
  const facts = TELEGRAM_FACTS[method] ?? TELEGRAM_UNLISTED_FACTS[method]
  if (!facts) return 'method not found'
  const wrong = checkFields(fields, facts.required, facts.optional, method)
  if (wrong) return wrong
  const { text, reply_markup: markup, secret_token: secret, commands } = fields
  if (typeof text === 'string' && text.trim() === '' && method === 'sendMessage') return 'message text is empty'
  if (typeof text === 'string' && text.length > TELEGRAM_LONGEST_TEXT) return 'message is too long'
  if (typeof secret === 'string' && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) return 'secret token contains unallowed characters'
  return checkMarkup(markup) ?? checkCommands(commands)
}
