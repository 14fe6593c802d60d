import type { Command } from 'commander'
import type { Lookup } from '@/lib/addresses/addresses'
import { lookUpAddress } from '@/lib/addresses/look-up-address'

function inWords({ status, address, choices }: Lookup): string {
  if (status === 'none') return 'No such address is known.'
  if (status === 'match') return `${address?.label} (id ${address?.id})`
  return ['Several addresses are possible:', ...(choices ?? []).map(({ id, label }) => `  ${label} (id ${id})`)].join('\n')
}

/** `lookup "TEXT"`: which address a text means. */
export function registerLookup(program: Command): void {
  program
    .command('lookup')
    .description('say which address a text means')
    .argument('<text>', 'an address as people write it')
    .option('--json', 'print one JSON document')
    .action(async (text: string, options: { json?: boolean }) => {
      const lookup = await lookUpAddress(text)
      process.stdout.write(`${options.json ? JSON.stringify(lookup) : inWords(lookup)}\n`)
    })
}
