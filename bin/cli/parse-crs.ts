import { badInput } from '@/lib/errors'

/** "EPSG:32632" or "32632" as a number. */
export function parseCrs(text: string): number {
  const code = /^(?:epsg:)?(\d{1,6})$/i.exec(text.trim())?.[1]
  if (code === undefined) throw badInput('network_crs_syntax', 'crs', { value: text.slice(0, 40) })
  return Number(code)
}
