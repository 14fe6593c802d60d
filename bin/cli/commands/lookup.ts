import type { Command } from 'commander'
import type { Lookup, LookupReason } from '@/lib/addresses/addresses'
import { lookUpAddress } from '@/lib/addresses/look-up-address'

const REASONS: Record<LookupReason, string> = {
  number_missing: 'The text has no house number. Addresses of the street:',
  number_unknown: 'This house number is not known in this street. The nearest:',
  other_town: 'This street is not known in the town that was named. In others:',
}

function inWords({ status, address, choices, reason }: Lookup): string {
  if (status === 'none') return 'No such address is known.'
  if (status === 'match') return `${address?.label} (id ${address?.id})`
  const heading = reason ? REASONS[reason] : 'Several addresses are possible:'
  return [heading, ...(choices ?? []).map(({ id, label }) => `  ${label} (id ${id})`)].join('\n')
}

/** `lookup "TEXT"`: which address a text means. */
export function registerLookup(program: Command): void {
  program
    .command('lookup')
    .description('say which address a text means')
    .argument('<text>', 'an address as people write it')
    .option('--town <name>', 'of streets that are as likely, those near this town come first')
    .option('--json', 'print one JSON document')
    .action(async (text: string, options: { json?: boolean; town?: string }) => {
      const lookup = await lookUpAddress(text, { town: options.town })
      process.stdout.write(`${options.json ? JSON.stringify(lookup) : inWords(lookup)}\n`)
    })
}
