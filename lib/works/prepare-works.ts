import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getUtility } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'
import { prepareArea } from './prepare-area'
import { readWindows } from './read-windows'
import { type WorksPart, worksInput } from './works'

export interface PreparedWorks {
  utility: Utility
  input: ReturnType<typeof worksInput.parse>
  parts: WorksPart[]
}

/** Checks everything that somebody gave to plan works, before anything is written. Throws `bad_input` at the first wrong field. */
export async function prepareWorks(db: Db, raw: unknown, now: Date): Promise<PreparedWorks> {
  const input = parseInput(worksInput, raw)
  const utility = await getUtility(db)
  if (!utility.services.includes(input.service)) {
    throw badInput('service_not_offered', 'service', { offered: utility.services.join(', ') })
  }
  const parts: WorksPart[] = []
  for (const [index, part] of input.parts.entries()) {
    const windows = readWindows(part.windows, `parts.${index}.windows`, utility.zone, now)
    parts.push({ area: await prepareArea(db, part.area, `parts.${index}.area`), windows })
  }
  return { utility, input, parts }
}

/** The start of the earliest window. */
export function firstStart(parts: ReadonlyArray<{ windows: ReadonlyArray<{ start: Date }> }>): Date {
  return new Date(Math.min(...parts.flatMap((part) => part.windows.map((window) => window.start.getTime()))))
}
