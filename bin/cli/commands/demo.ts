import type { Command } from 'commander'
import { badInput } from '@/lib/errors'
import { type ClockMove, moveClock } from '@/lib/notices/move-clock'
import { getUtility } from '@/lib/utility/queries'
import { readInstant } from '@/lib/wall-clock'
import { cliActor } from '../actor'
import { print } from '../output'

interface ClockOptions {
  next?: boolean
  to?: string
  reset?: boolean
  json?: boolean
}

async function readMove({ next, to, reset }: ClockOptions): Promise<ClockMove> {
  const wishes = [next, to, reset].filter(Boolean)
  if (wishes.length !== 1) throw badInput('clock_one_move', 'demo clock')
  if (next) return 'next'
  if (reset) return 'reset'
  const { zone } = await getUtility()
  const read = readInstant(to ?? '', zone, 'earlier')
  if ('instant' in read) return read.instant
  const reason = read.problem === 'no_such_time' ? 'time_does_not_exist' : 'time_not_understood'
  throw badInput(reason, '--to', { time: (to ?? '').slice(0, 40), zone })
}

/** `demo clock --next|--to INSTANT|--reset`: moves the demo's clock; refused where a real channel is configured. */
export function registerDemo(program: Command): void {
  const demo = program.command('demo').description('try the product out')
  demo
    .command('clock')
    .description('move this installation’s clock and do what falls due on the way')
    .option('--next', 'to the next notice')
    .option('--to <instant>', 'to an instant ahead, on the utility’s clocks or with its offset')
    .option('--reset', 'back to real time')
    .option('--json', 'print one JSON document')
    .action(async (options: ClockOptions) => {
      const now = await moveClock(cliActor(), await readMove(options), new Date())
      print(options, { now: now.toISOString() }, () => `The clock now shows ${now.toISOString()}.`)
    })
}
