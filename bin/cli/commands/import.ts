import { type Command, Option } from 'commander'
import { type AddressImportRequest, importAddresses } from '@/lib/addresses/import-addresses'
import { currentInstant } from '@/lib/clock'
import { importContacts } from '@/lib/contacts/import-contacts'
import { importAccounts } from '@/lib/customers/import-accounts'
import { importServicePoints } from '@/lib/customers/import-service-points'
import { badInput } from '@/lib/errors'
import type { ImportSummary } from '@/lib/imports/imports'
import { cliActor } from '../actor'
import { print } from '../output'
import { parsePair } from '../parse-pair'
import { watchImport } from '../watch-import'
import { importWords } from '../words/import'
import { registerImportBoundaries } from './import-boundaries'
import { registerImportNetwork } from './import-network'

interface ImportOptions {
  map: Record<string, string>
  set: Record<string, string>
  service?: string
  reject?: string
  dryRun?: boolean
  extendServedArea?: boolean
  json?: boolean
}

const IMPORTS = {
  addresses: importAddresses,
  'service-points': importServicePoints,
  accounts: importAccounts,
  contacts: importContacts,
}

async function importFile(kind: keyof typeof IMPORTS, file: string, options: ImportOptions): Promise<ImportSummary> {
  return watchImport([file], options.json ?? false, async (onProgress) => {
    const request: AddressImportRequest = {
      file,
      map: options.map,
      set: { ...options.set, ...(options.service && { service: options.service }) },
      onProgress,
      ...(options.reject && { rejectFile: options.reject }),
      ...(options.dryRun && { dryRun: true }),
      ...(options.extendServedArea && { extendServedArea: true }),
    }
    return IMPORTS[kind](cliActor(), request, await currentInstant())
  })
}

function total(files: ImportSummary[], count: 'new' | 'changed' | 'unchanged' | 'rejected' | 'leftOut'): number {
  return files.reduce((sum, file) => sum + (file[count] ?? 0), 0)
}

async function importFiles(kind: keyof typeof IMPORTS, files: string[], options: ImportOptions): Promise<void> {
  if (options.reject && files.length > 1) throw badInput('import_reject_many', 'reject')
  const summaries: ImportSummary[] = []
  for (const file of files) summaries.push(await importFile(kind, file, options))
  const document = {
    new: total(summaries, 'new'),
    changed: total(summaries, 'changed'),
    unchanged: total(summaries, 'unchanged'),
    rejected: total(summaries, 'rejected'),
    ...(kind === 'contacts' && { leftOut: total(summaries, 'leftOut') }),
    dryRun: options.dryRun ?? false,
    files: summaries,
  }
  print(options, document, () => summaries.map((summary) => importWords(summary, options)).join('\n'))
}

/** `import KIND FILE…`: brings files in, each all or nothing. */
export function registerImport(program: Command): void {
  const command = program.command('import').description('bring CSV or GeoJSON files in; each file is imported as a whole or not at all')
  for (const kind of Object.keys(IMPORTS) as Array<keyof typeof IMPORTS>) {
    const subcommand = command
      .command(kind)
      .argument('<file...>', 'CSV (UTF-8; comma, semicolon or tab) or GeoJSON')
      .option('--map <column=field>', 'which field a column holds, where their names differ; repeatable', parsePair, {})
      .option('--set <field=value>', 'a value that every row gets; repeatable', parsePair, {})
      .option('--reject <file>', 'write rejected rows here and import the rest')
      .option('--dry-run', 'check everything and say what would change')
      .option('--json', 'print one JSON document')
    if (kind !== 'addresses')
      subcommand.addOption(new Option('--service <service>', 'the service of every row').choices(['water', 'heat', 'power', 'gas']))
    else subcommand.option('--extend-served-area', 'widen the served area to hold all imported addresses')
    subcommand.action((files: string[], options: ImportOptions) => importFiles(kind, files, options))
  }
  registerImportBoundaries(command)
  registerImportNetwork(command)
}
