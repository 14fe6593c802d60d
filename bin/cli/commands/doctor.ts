import type { Command } from 'commander'
import { hasInngest } from '@/inngest/client'
import { isDemo } from '@/lib/channels/clock-guard'
import { currentInstant } from '@/lib/clock'
import { env } from '@/lib/env'
import { checkHealth } from '@/lib/notices/check-health'
import { getUtility } from '@/lib/utility/queries'
import type { Finding } from '../findings/finding'
import { inspectChannels } from '../findings/inspect-channels'
import { inspectLedger } from '../findings/inspect-ledger'
import { inspectNetworks } from '../findings/inspect-networks'
import { print } from '../output'

async function inspectDatabase(): Promise<Finding[]> {
  const health = await checkHealth(await currentInstant().catch(() => new Date()))
  const isReachable = health.database === 'reachable'
  const pending = health.pendingMigrations
  return [
    { what: 'database', state: isReachable ? 'ok' : 'broken', detail: health.database },
    {
      what: 'migrations',
      state: pending.length === 0 ? 'ok' : 'broken',
      detail: pending.length === 0 ? 'all applied' : `pending: ${pending.join(', ')}`,
    },
    {
      what: 'overdue work',
      state: health.status === 'ok' || !health.oldestOverdue ? 'ok' : 'broken',
      detail: health.oldestOverdue ? `waiting since ${health.oldestOverdue}` : 'none',
    },
  ]
}

async function inspectUtility(): Promise<Finding> {
  try {
    const { name, zone, services } = await getUtility()
    return { what: 'utility', state: 'ok', detail: `${name}, ${zone}, ${services.join(' ')}` }
  } catch {
    return { what: 'utility', state: 'broken', detail: 'not set up: `preavviso utility set`, or `npm start` for the demo' }
  }
}

function inspectEngine(): Finding {
  const detail = hasInngest(env()) ? 'Inngest' : 'local runner'
  return { what: 'engine', state: 'ok', detail: isDemo(env()) ? `${detail}; this is a demo: its clock can be moved` : detail }
}

const MARKS = { ok: '✓', note: '·', broken: '✗' }

/** `doctor`: what is configured, reachable, pending; exit status 1 when something is broken. */
export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('say what is configured, reachable and pending')
    .option('--json', 'print one JSON document')
    .action(async ({ json }: { json?: boolean }) => {
      const findings = [
        ...(await inspectDatabase()),
        ...(await inspectLedger()),
        await inspectUtility(),
        ...(await inspectNetworks()),
        ...inspectChannels(),
        inspectEngine(),
      ]
      const isBroken = findings.some(({ state }) => state === 'broken')
      print({ json }, { status: isBroken ? 'broken' : 'ok', findings }, () =>
        findings.map(({ what, state, detail }) => `${MARKS[state]} ${what}: ${detail}`).join('\n'),
      )
      if (isBroken) process.exitCode = 1
    })
}
