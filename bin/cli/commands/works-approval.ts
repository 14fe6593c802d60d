import type { Command } from 'commander'
import { currentInstant } from '@/lib/clock'
import { decideWorks } from '@/lib/works/approval/decide-works'
import { submitWorks } from '@/lib/works/approval/submit-works'
import { cliActor, memberActor } from '../actor'
import { print } from '../output'
import { describeSummary } from '../words/works'

interface SubmitOptions {
  by?: string
  json?: boolean
}

function registerSubmit(works: Command): void {
  works
    .command('submit <reference>')
    .description('ask a second person to approve a draft')
    .option('--by <email>', 'the member of staff who asks')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { by, json }: SubmitOptions) => {
      const submitted = await submitWorks(by ? await memberActor(by) : cliActor(), { reference }, await currentInstant())
      print({ json }, submitted, () => describeSummary(submitted))
    })
}

function registerApprove(works: Command): void {
  works
    .command('approve <reference>')
    .description('approve works that somebody else planned')
    .requiredOption('--by <email>', 'the second person: an approver or administrator')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { by, json }: { by: string; json?: boolean }) => {
      const approved = await decideWorks(await memberActor(by), { reference, decision: 'approved' }, await currentInstant())
      print({ json }, approved, () => describeSummary(approved))
    })
}

function registerReturn(works: Command): void {
  works
    .command('return <reference>')
    .description('return works to whoever planned them')
    .requiredOption('--by <email>', 'the second person: an approver or administrator')
    .requiredOption('--reason <text>', 'what is to be mended')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { by, reason, json }: { by: string; reason: string; json?: boolean }) => {
      const returned = await decideWorks(await memberActor(by), { reference, decision: 'returned', reason }, await currentInstant())
      print({ json }, returned, () => describeSummary(returned))
    })
}

/** `works submit|approve|return REF`: the second person's part in the life of works. */
export function registerApproval(works: Command): void {
  for (const register of [registerSubmit, registerApprove, registerReturn]) register(works)
}
