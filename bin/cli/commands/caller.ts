import type { Command } from 'commander'
import type { CallerHit, CallerTarget } from '@/lib/call-centre/call-centre'
import { findCallers } from '@/lib/call-centre/find-callers'
import { getCallerView } from '@/lib/call-centre/get-caller-view'
import { getWorksBrief } from '@/lib/call-centre/get-works-brief'
import { currentInstant } from '@/lib/clock'
import { cliActor } from '../actor'
import { print } from '../output'
import { describeCaller, describeHit } from '../words/caller'

function targetOf(hit: Exclude<CallerHit, { kind: 'works' }>): CallerTarget {
  return hit.kind === 'account' ? { accountId: hit.id } : { addressId: hit.id }
}

/** `caller TEXT`: what the call centre sees of whoever rings; contacts are masked. */
export function registerCaller(program: Command): void {
  program
    .command('caller <text>')
    .description('find a caller by telephone, e-mail, account, meter, address or works, and say what is on there')
    .option('--json', 'print one JSON document')
    .action(async (text: string, { json }: { json?: boolean }) => {
      const now = await currentInstant()
      const { hits, hasMore } = await findCallers(cliActor(), { text }, now)
      const [only, ...others] = hits
      if (!only || others.length > 0) {
        const more = hasMore ? ['There are more: say it more exactly.'] : []
        print({ json }, { hits, hasMore }, () => (only ? [...hits.map(describeHit), ...more].join('\n') : 'Nothing found.'))
        return
      }
      if (only.kind === 'works') {
        const brief = await getWorksBrief(cliActor(), only.reference, now)
        print({ json }, { hits, works: brief }, () => describeHit(only))
        return
      }
      const view = await getCallerView(cliActor(), targetOf(only), now)
      print({ json }, { hits, caller: view }, () => describeCaller(view))
    })
}
