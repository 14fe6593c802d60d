import type { ContactEnd } from './queries'

const SHOWN = 4
const GROUP = 2

/** What its owner sees of a contact: enough to recognise it, of no use to somebody who looks over their shoulder. "••• ••• 12 34", "m…@example.org", "•••• 56 78". */
export function maskEnd({ channel, value }: ContactEnd): string {
  if (channel === 'email') return `${value.slice(0, 1)}…${value.slice(value.lastIndexOf('@'))}`
  const last = value.slice(-SHOWN)
  const tail = `${last.slice(0, GROUP)} ${last.slice(GROUP)}`
  return channel === 'sms' ? `••• ••• ${tail}` : `•••• ${tail}`
}
