import { type Command, Option } from 'commander'
import { Service } from '@/lib/db/generated/enums'
import { findAllSegments } from '@/lib/network/find-all-segments'
import { cliActor } from '../actor'
import { print } from '../output'

/** `segments`: the smallest things that can be isolated. */
export function registerSegments(program: Command): void {
  program
    .command('segments')
    .description('list the segments of a network: what hangs together without a device between')
    .addOption(new Option('--service <service>', 'whose network').choices(Object.values(Service)).makeOptionMandatory())
    .option('--json', 'print one JSON document')
    .action(async ({ service, json }: { service: Service; json?: boolean }) => {
      const segments = await findAllSegments(cliActor(), service)
      print({ ...(json && { json }) }, { segments }, () =>
        segments
          .map(
            ({ id, nodes, links }) =>
              `${id}: ${nodes.length} nodes, ${links.length} links (${[...links, ...nodes].slice(0, 8).join(', ')})`,
          )
          .join('\n'),
      )
    })
}
