import type { Command } from 'commander'
import { currentInstant } from '@/lib/clock'
import { type Rehearsal, rehearseWorks } from '@/lib/notices/rehearsal/rehearse-works'
import { cliActor } from '../actor'
import { print } from '../output'

function describeLegal({ legal, lastHandedOverAt }: Rehearsal['notices'][number]): string[] {
  if (!legal) return []
  if (legal.ok) return [`    the last message is out at ${lastHandedOverAt}, before the law's ${legal.instant}`]
  const faster = legal.faster ? `, or let ${legal.faster.channel} take ${legal.faster.rate}/s` : ''
  return [
    `    TOO LATE: the last message is out at ${lastHandedOverAt}, the law asks for ${legal.instant}; the first had to go by ${legal.tooLateSince}`,
    `    what would do: start at ${legal.earliestStart} at the earliest${faster}`,
  ]
}

function describeRehearsal({ reference, version, notices }: Rehearsal): string {
  const lines = notices.flatMap((notice) => {
    if (notice.skipReason) return [`${notice.dueAt}  ${notice.kind}  skipped (${notice.skipReason})`]
    const total = `${notice.people} people, ${notice.segments} SMS segments, EUR ${notice.cost.toFixed(2)}, ${notice.deliverySeconds} s to deliver`
    const groups = notice.groups.map((group) => `    ${group.channel} ${group.language}: ${group.people}`)
    return [`${notice.dueAt}  ${notice.kind}  ${total}`, ...groups, ...describeLegal(notice)]
  })
  return [`${reference}  version ${version}  (nothing is sent)`, ...lines].join('\n')
}

/** `rehearse REF`: plays the whole plan on a virtual clock and sends nothing. */
export function registerRehearse(program: Command): void {
  program
    .command('rehearse <reference>')
    .description('play the plan on a virtual clock: each notice, when, to how many, by which channel; sends nothing')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { json }: { json?: boolean }) => {
      const rehearsal = await rehearseWorks(cliActor(), reference, await currentInstant())
      print({ json }, rehearsal, () => describeRehearsal(rehearsal))
    })
}
