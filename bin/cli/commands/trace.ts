import { type Command, Option } from 'commander'
import { Service } from '@/lib/db/generated/enums'
import { trace } from '@/lib/network/trace'
import { cliActor } from '../actor'
import { print } from '../output'
import { traceWords } from '../words/network'

interface TraceOptions {
  service: Service
  link: string[]
  stuck: string[]
  feeding: string[]
  json?: boolean
}

/** "a,b" and repeated options alike. */
function collectCodes(text: string, codes: string[]): string[] {
  return [
    ...codes,
    ...text
      .split(',')
      .map((code) => code.trim())
      .filter((code) => code !== ''),
  ]
}

/** `trace`: what isolating links means. */
export function registerTrace(program: Command): void {
  program
    .command('trace')
    .description('say which devices to close to isolate links, and who loses supply')
    .addOption(new Option('--service <service>', 'whose network').choices(Object.values(Service)).makeOptionMandatory())
    .addOption(
      new Option('--link <ids>', 'the links to isolate, separated by commas').argParser(collectCodes).default([], '').makeOptionMandatory(),
    )
    .addOption(new Option('--stuck <devices>', 'devices that cannot be closed').argParser(collectCodes).default([], ''))
    .addOption(
      new Option('--feeding <devices>', 'devices that will be operated so that they conduct').argParser(collectCodes).default([], ''),
    )
    .option('--json', 'print one JSON document')
    .action(async ({ service, link, stuck, feeding, json }: TraceOptions) => {
      const traced = await trace(cliActor(), { service, links: link, stuck, feeding })
      print({ ...(json && { json }) }, traced, () => traceWords(traced))
    })
}
