import { badInput } from '@/lib/errors'
import type { PartWindows, WindowInput } from '@/lib/works/works'

/** Adds START/END to the windows that an option gave before. Throws `bad_input` for anything else. */
export function collectWindows(text: string, windows: WindowInput[] = []): WindowInput[] {
  const [start, end, ...rest] = text.split('/')
  if (!start || !end || rest.length > 0) throw badInput('window_not_understood', '--window', { text: text.slice(0, 80) })
  return [...windows, { start, end }]
}

/** Adds N:START/END to the windows of the parts that an option gave before; parts are counted from 1. Throws `bad_input` for anything else. */
export function collectPartWindows(text: string, parts: PartWindows[] = []): PartWindows[] {
  const [, number, window] = /^([1-9]\d?):(.+)$/.exec(text) ?? []
  if (!number || !window) throw badInput('window_not_understood', '--part-window', { text: text.slice(0, 80) })
  const before = Array.from({ length: Math.max(parts.length, Number(number)) }, (_, index) => parts[index]?.windows ?? [])
  return before.map((windows, index) => ({ windows: index + 1 === Number(number) ? collectWindows(window, windows) : windows }))
}
