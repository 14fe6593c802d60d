import { type Command, Option } from 'commander'
import { currentInstant } from '@/lib/clock'
import { Service } from '@/lib/db/generated/enums'
import { importNetwork, type NetworkImportSummary } from '@/lib/network/import-network'
import { DEFAULT_TIE_WITHIN } from '@/lib/network/tie-service-points'
import { cliActor } from '../actor'
import { print } from '../output'
import { parseCrs } from '../parse-crs'
import { watchImport } from '../watch-import'
import { networkImportWords } from '../words/network'

interface NetworkOptions {
  service: Service
  valves?: string
  crs?: number
  within?: number
  add?: boolean
  reject?: string
  dryRun?: boolean
  json?: boolean
}

async function importFiles(files: string[], options: NetworkOptions): Promise<NetworkImportSummary> {
  const { service, valves, crs, within, add, reject, dryRun } = options
  return watchImport(files, options.json ?? false, async (onProgress) => {
    const request = {
      service,
      files,
      onProgress,
      ...(valves !== undefined && { valves }),
      ...(crs !== undefined && { crs }),
      ...(within !== undefined && { within }),
      ...(add && { add }),
      ...(dryRun && { dryRun }),
      ...(reject !== undefined && { rejectFile: reject }),
    }
    return importNetwork(cliActor(), request, await currentInstant())
  })
}

/** `import network FILE…`: brings the whole network of a service in. */
export function registerImportNetwork(command: Command): void {
  command
    .command('network')
    .description('bring the whole network of a service in: EPANET or GeoJSON; what the files do not name is removed')
    .argument('<file...>', 'EPANET .inp, or GeoJSON with nodes, links, devices and service points')
    .addOption(new Option('--service <service>', 'whose network').choices(Object.values(Service)).makeOptionMandatory())
    .option('--valves <file>', 'CSV with the columns link and node: devices that stand beside an EPANET file')
    .addOption(new Option('--crs <epsg>', 'system of the coordinates, as EPSG:32632; WGS84 degrees without it').argParser(parseCrs))
    .addOption(new Option('--within <metres>', `how far a service point may be from its link (${DEFAULT_TIE_WITHIN})`).argParser(Number))
    .option('--add', 'keep what the network holds already')
    .option('--reject <file>', 'write rejected parts and all warnings here and import the rest')
    .option('--dry-run', 'check everything and say what would change')
    .option('--json', 'print one JSON document')
    .action(async (files: string[], options: NetworkOptions) => {
      const summary = await importFiles(files, options)
      print({ ...(options.json && { json: true }) }, { ...summary, dryRun: options.dryRun ?? false }, () =>
        networkImportWords(summary, options),
      )
    })
}
