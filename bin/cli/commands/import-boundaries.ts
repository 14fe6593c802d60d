import { type Command, Option } from 'commander'
import { importBoundaries } from '@/lib/addresses/import-boundaries'
import { currentInstant } from '@/lib/clock'
import { BoundaryKind, Service } from '@/lib/db/generated/enums'
import { cliActor } from '../actor'
import { print } from '../output'
import { parseCrs } from '../parse-crs'
import { parsePair } from '../parse-pair'
import { watchImport } from '../watch-import'
import { importWords } from '../words/import'

interface BoundaryOptions {
  kind: BoundaryKind
  service?: Service
  map: Record<string, string>
  set: Record<string, string>
  crs?: number
  reject?: string
  dryRun?: boolean
  json?: boolean
}

async function importFile(file: string, options: BoundaryOptions): Promise<void> {
  const { kind, service, map, set, crs, reject, dryRun, json = false } = options
  const summary = await watchImport([file], json, async (onProgress) => {
    const request = {
      file,
      kind,
      map,
      set: { ...set, ...(service && { service }) },
      onProgress,
      ...(crs !== undefined && { crs }),
      ...(reject !== undefined && { rejectFile: reject }),
      ...(dryRun && { dryRun }),
    }
    return importBoundaries(cliActor(), request, await currentInstant())
  })
  print({ json }, { ...summary, dryRun: dryRun ?? false }, () => importWords(summary, options))
}

/** `import boundaries FILE --kind KIND`: brings places with an outline in, so that works can be planned for them by name. */
export function registerImportBoundaries(command: Command): void {
  command
    .command('boundaries')
    .description('bring municipalities, quarters or network zones in, with their outlines')
    .argument('<file>', 'GeoJSON with polygons; properties: name, code, municipality')
    .addOption(new Option('--kind <kind>', 'what the polygons are').choices(Object.values(BoundaryKind)).makeOptionMandatory())
    .addOption(new Option('--service <service>', 'whose network the zones are part of').choices(Object.values(Service)))
    .option('--map <column=field>', 'which field a property holds, where their names differ; repeatable', parsePair, {})
    .option('--set <field=value>', 'a value that every boundary gets; repeatable', parsePair, {})
    .addOption(new Option('--crs <epsg>', 'system of the coordinates, as EPSG:32632; WGS84 degrees without it').argParser(parseCrs))
    .option('--reject <file>', 'write rejected boundaries here and import the rest')
    .option('--dry-run', 'check everything and say what would change')
    .option('--json', 'print one JSON document')
    .action(importFile)
}
