import type { Command } from 'commander'
import { currentInstant } from '@/lib/clock'
import { createWorks } from '@/lib/works/create-works'
import type { WindowInput, WorksInput } from '@/lib/works/works'
import { cliActor } from '../actor'
import { print } from '../output'
import { readSelection, type SelectionOptions } from '../read-selection'
import { collectWindows } from '../read-window'
import { describeSummary } from '../words/works'

interface CreateOptions extends SelectionOptions {
  service: WorksInput['service']
  title: string
  type?: string
  reason?: string
  advice?: string
  contact?: string
  window: WindowInput[]
  json?: boolean
}

/** `works create`: drafts works of one part. */
export function registerCreate(works: Command): void {
  works
    .command('create')
    .description('draft works and say whom they hit; what is cut: at least one of --area, --streets, --places, --links')
    .requiredOption('--service <service>', 'water, heat, power or gas')
    .requiredOption('--title <text>', 'what residents read first')
    .requiredOption(
      '--window <start/end>',
      'on the utility’s clocks, as 2026-12-01T08:00/2026-12-01T12:30; may be repeated',
      collectWindows,
    )
    .option('--area <file>', 'GeoJSON file with the polygons that lose supply')
    .option('--streets <text>', 'streets with their numbers, as "via Roma 12, 14; via Po dal 4 al 58 pari"')
    .option('--places <names>', 'whole places by name, with commas between them')
    .option('--links <codes>', 'pipes or cables to isolate, with commas between them')
    .option('--stuck <codes>', 'devices that cannot be closed, with commas between them')
    .option('--except <text>', 'streets, and with --places also places, that are taken out again')
    .option('--type <code>', 'type of work, as maintenance')
    .option('--reason <text>', 'why, for the public')
    .option('--advice <text>', 'what residents should do')
    .option('--contact <text>', 'whom residents may ask')
    .option('--json', 'print one JSON document')
    .action(async ({ service, title, type, reason, advice, contact, window, json, ...selection }: CreateOptions) => {
      const facts = { service, title, workType: type ?? null, reason, advice, contact }
      const input = { ...facts, parts: [{ ...(await readSelection(selection)), windows: window }] }
      const summary = await createWorks(cliActor(), input, await currentInstant())
      print({ json }, summary, () => describeSummary(summary))
    })
}
