import { TELEGRAM_FACTS, TELEGRAM_LONGEST_TEXT } from './telegram-facts'

function isOfType(value: unknown, type: string): boolean {
  if (type === 'String') return typeof value === 'string'
  if (type === 'Integer') return Number.isSafeInteger(value)
  if (type === 'Boolean') return typeof value === 'boolean'
  if (type.startsWith('Array of ')) return Array.isArray(value)
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What Telegram would object to in a call; null when nothing. */
export function checkTelegramCall(method: string, fields: Record<string, unknown>): string | null {
  const facts = TELEGRAM_FACTS[method]
  if (!facts) return 'method not found'
  const missing = Object.keys(facts.required).find((name) => fields[name] === undefined)
  if (missing === 'chat_id') return 'chat_id is empty'
  if (missing === 'text') return 'message text is empty'
  if (missing) return `parameter ${missing} is required`
  for (const [name, value] of Object.entries(fields)) {
    const types = facts.required[name] ?? facts.optional[name]
    if (!types) return `parameter ${name} is not known`
    if (!types.some((type) => isOfType(value, type))) return `parameter ${name} must be ${types.join(' or ')}`
  }
  const { text } = fields
  if (typeof text === 'string' && text.trim() === '') return 'message text is empty'
  if (typeof text === 'string' && text.length > TELEGRAM_LONGEST_TEXT) return 'message is too long'
  return null
}
