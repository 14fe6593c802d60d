import type { Command } from 'commander'
import { sendWorksEvent } from '@/inngest/send-works-event'
import { currentInstant } from '@/lib/clock'
import { cancelWorks } from '@/lib/works/cancel-works'
import { extendWorks } from '@/lib/works/extend-works'
import { type AffectedServicePoint, findAffectedPoints } from '@/lib/works/find-affected-points'
import { getWorksDetail } from '@/lib/works/get-works-detail'
import { publishWorks } from '@/lib/works/publish-works'
import { rescheduleWorks } from '@/lib/works/reschedule-works'
import { restoreWorks } from '@/lib/works/restore-works'
import type { PartWindows, WindowInput } from '@/lib/works/works'
import { cliActor } from '../actor'
import { print } from '../output'
import { collectPartWindows, collectWindows } from '../read-window'
import { describeDetail, describeNotices, describeSummary } from '../words/works'
import { registerApproval } from './works-approval'
import { registerCreate } from './works-create'
import { registerEvidence } from './works-evidence'
import { registerPoster } from './works-poster'

interface Json {
  json?: boolean
}

function registerPublish(works: Command): void {
  works
    .command('publish <reference>')
    .description('freeze who is affected and plan the notices')
    .option('--short-notice-reason <text>', 'why the law’s notice period cannot be kept')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { shortNoticeReason, json }: Json & { shortNoticeReason?: string }) => {
      const published = await publishWorks(cliActor(), { reference, shortNoticeReason }, await currentInstant())
      await sendWorksEvent('works/published', published)
      print({ json }, published, () => `${describeSummary(published)}\n${describeNotices(published.notices)}`)
    })
}

function registerCancel(works: Command): void {
  works
    .command('cancel <reference>')
    .description('cancel works and tell exactly those who had heard')
    .requiredOption('--reason <text>', 'why, for the public')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { reason, json }: Json & { reason: string }) => {
      const cancelled = await cancelWorks(cliActor(), { reference, reason }, await currentInstant())
      await sendWorksEvent('works/cancelled', cancelled)
      print({ json }, cancelled, () => describeSummary(cancelled))
    })
}

interface RescheduleOptions {
  window?: WindowInput[]
  partWindow?: PartWindows[]
  shortNoticeReason?: string
}

function registerReschedule(works: Command): void {
  works
    .command('reschedule <reference>')
    .description('move works to other windows; those who had heard hear the new ones')
    .option('--window <start/end>', 'for all parts alike, on the utility’s clocks; may be repeated', collectWindows)
    .option('--part-window <n:start/end>', 'for the nth part; may be repeated, and each part needs one', collectPartWindows)
    .option('--short-notice-reason <text>', 'why the law’s notice period cannot be kept')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { window: windows, partWindow: parts, shortNoticeReason, json }: Json & RescheduleOptions) => {
      const moved = await rescheduleWorks(cliActor(), { reference, windows, parts, shortNoticeReason }, await currentInstant())
      if (moved.state !== 'draft') await sendWorksEvent('works/published', moved)
      print({ json }, moved, () => `${describeSummary(moved)}\n${describeNotices(moved.notices)}`)
    })
}

function registerExtend(works: Command): void {
  works
    .command('extend <reference>')
    .description('let running works last longer; those who had heard an earlier end hear the new one')
    .requiredOption('--until <time>', 'when supply is back: 14:30 today, or 2026-12-01T14:30, on the utility’s clocks')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { until, json }: Json & { until: string }) => {
      const extended = await extendWorks(cliActor(), { reference, until }, await currentInstant())
      await sendWorksEvent('works/published', extended)
      print({ json }, extended, () => `${describeSummary(extended)}\n${describeNotices(extended.notices)}`)
    })
}

function registerRestore(works: Command): void {
  works
    .command('restore <reference>')
    .description('say that supply is back: those who had heard hear it, and nothing later')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { json }: Json) => {
      const restored = await restoreWorks(cliActor(), { reference }, await currentInstant())
      await sendWorksEvent('works/published', restored)
      print({ json }, restored, () => `${describeSummary(restored)}\n${describeNotices(restored.notices)}`)
    })
}

function registerShow(works: Command): void {
  works
    .command('show <reference>')
    .description('show works, their notices and how the messages fared')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { json }: Json) => {
      const detail = await getWorksDetail(cliActor(), reference, await currentInstant())
      print({ json }, detail, () => describeDetail(detail))
    })
}

function registerAffected(works: Command): void {
  works
    .command('affected <reference>')
    .description('list the service points that lose supply')
    .option('--json', 'print one JSON document')
    .action(async (reference: string, { json }: Json) => {
      const all: AffectedServicePoint[] = []
      for await (const page of findAffectedPoints(cliActor(), reference)) {
        if (json) all.push(...page)
        else process.stdout.write(page.map((point) => `${point.code}\t${point.units}\t${point.address ?? ''}\n`).join(''))
      }
      if (json) print({ json }, { reference, servicePoints: all }, () => '')
    })
}

const COMMANDS = [
  ...[registerCreate, registerApproval, registerPublish, registerCancel, registerReschedule],
  ...[registerExtend, registerRestore, registerShow, registerAffected, registerEvidence, registerPoster],
]

/** `works create|submit|approve|return|publish|cancel|reschedule|extend|restore|show|affected|evidence|poster`: the life of works, with the same checks as the pages. */
export function registerWorks(program: Command): void {
  const works = program.command('works').description('plan, publish, move and cancel works')
  for (const register of COMMANDS) register(works)
}
