import { badInput } from '@/lib/errors'
import { readWindows } from './read-windows'
import type { PartWindows, WindowInput, WorksWindow } from './works'

export interface MovedWindows {
  /** For all parts alike. */
  windows?: WindowInput[] | undefined
  /** Or for each part its own, in the order of the parts. */
  parts?: PartWindows[] | undefined
}

const timesOf = (part: WorksWindow[]) => part.map(({ start, end }) => `${start.getTime()}/${end.getTime()}`).join()

/**
 * Reads to which windows works move, part by part.
 *
 * Throws `bad_input` for neither or both of the two ways to say it, for other than one entry per part, and where parts with times of their
 * own would all get the same ones: a street cut at night would be cut by day without anyone having said so.
 */
export function readMovedWindows({ windows, parts }: MovedWindows, earlier: WorksWindow[][], zone: string, now: Date): WorksWindow[][] {
  if (parts && windows) throw badInput('windows_said_twice', 'parts')
  if (parts) {
    if (parts.length !== earlier.length) throw badInput('windows_of_each_part', 'parts', { count: earlier.length })
    return parts.map((part, index) => readWindows(part.windows, `parts.${index}.windows`, zone, now))
  }
  if (!windows) throw badInput('field_missing', 'windows')
  if (new Set(earlier.map(timesOf)).size > 1) throw badInput('windows_of_each_part', 'windows', { count: earlier.length })
  const moved = readWindows(windows, 'windows', zone, now)
  return earlier.map(() => moved)
}
