import type { Db } from '@/lib/db/client'
import { badInput } from '@/lib/errors'
import { parseInput } from '@/lib/parse-input'
import { getUtility } from '@/lib/utility/queries'
import type { Utility } from '@/lib/utility/utility'
import { readWindows } from './read-windows'
import { resolveSelection } from './selection/resolve-selection'
import { type WorksPart, worksInput } from './works'

export interface PreparedWorks {
  utility: Utility
  input: ReturnType<typeof worksInput.parse>
  parts: WorksPart[]
}

async function requireWorkType(db: Db, { workType, service }: Pick<PreparedWorks['input'], 'workType' | 'service'>): Promise<void> {
  if (workType === null) return
  const known = await db.workType.findMany({ where: { services: { has: service } }, select: { code: true } })
  if (!known.some(({ code }) => code === workType)) {
    throw badInput('not_one_of', 'workType', { allowed: known.map(({ code }) => code).join(', ') })
  }
}

/** Checks everything that somebody gave to plan works, before anything is written. Throws `bad_input` at the first wrong field. */
export async function prepareWorks(db: Db, raw: unknown, now: Date): Promise<PreparedWorks> {
  const input = parseInput(worksInput, raw)
  const utility = await getUtility(db)
  if (!utility.services.includes(input.service)) {
    throw badInput('service_not_offered', 'service', { offered: utility.services.join(', ') })
  }
  await requireWorkType(db, input)
  const parts: WorksPart[] = []
  for (const [index, { windows: given, area, ...said }] of input.parts.entries()) {
    const windows = readWindows(given, `parts.${index}.windows`, utility.zone, now)
    parts.push({ said, selection: await resolveSelection(db, input.service, { ...said, area }, `parts.${index}`), windows })
  }
  return { utility, input, parts }
}

/** The start of the earliest window. */
export function firstStart(parts: ReadonlyArray<{ windows: ReadonlyArray<{ start: Date }> }>): Date {
  return new Date(Math.min(...parts.flatMap((part) => part.windows.map((window) => window.start.getTime()))))
}
