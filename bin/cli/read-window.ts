import { badInput } from '@/lib/errors'
import type { WindowInput } from '@/lib/works/works'

/** Adds START/END to the windows that an option gave before. Throws `bad_input` for anything else. */
export function collectWindows(text: string, windows: WindowInput[] = []): WindowInput[] {
  const [start, end, ...rest] = text.split('/')
  if (!start || !end || rest.length > 0) throw badInput('window_not_understood', '--window', { text: text.slice(0, 80) })
  return [...windows, { start, end }]
}
