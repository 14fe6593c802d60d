import type { Command } from 'commander'
import { badInput } from '@/lib/errors'
import type { BenchResult } from '@/tests/bench/bench'
import { print } from '../output'

/** Loaded when asked for: a benchmark's own peers and generators are no part of the product. */
const BENCHES: Record<string, () => Promise<() => Promise<BenchResult>>> = {
  import: async () => (await import('@/tests/bench/bench-import')).benchImport,
  audience: async () => (await import('@/tests/bench/bench-audience')).benchAudience,
  ledger: async () => (await import('@/tests/bench/bench-ledger')).benchLedger,
  deliver: async () => (await import('@/tests/bench/bench-deliver')).benchDeliver,
  tiles: async () => (await import('@/tests/bench/bench-tiles')).benchTiles,
  trace: async () => (await import('@/tests/bench/bench-trace')).benchTrace,
  search: async () => (await import('@/tests/bench/bench-search')).benchSearch,
  page: async () => (await import('@/tests/bench/bench-page')).benchPage,
  bots: async () => (await import('@/tests/bench/bench-bots')).benchBots,
  handoff: async () => (await import('@/tests/bench/bench-handoff')).benchHandoff,
}

function describeBench({ name, results }: BenchResult): string {
  const lines = results.map(({ metric, value, unit, peer, peerValue, ratio, bar, pass }) => {
    const verdict = pass ? 'pass' : 'FAIL'
    return `  ${metric}: ${value} ${unit}; ${peer}: ${peerValue} ${unit}; ratio ${ratio} (${bar}) ${verdict}`
  })
  return [`bench ${name}`, ...lines].join('\n')
}

/** `bench NAME`: measures against a named peer in the same run, on a PostgreSQL of its own; exit status 1 when a bar is missed. */
export function registerBench(program: Command): void {
  program
    .command('bench <name>')
    .description(`measure at 1.1 million service points: ${Object.keys(BENCHES).join(', ')}`)
    .option('--json', 'print one JSON document')
    .action(async (name: string, { json }: { json?: boolean }) => {
      const load = BENCHES[name]
      if (!load) throw badInput('unknown_bench', 'bench', { name: name.slice(0, 40), known: Object.keys(BENCHES).join(', ') })
      const run = await load()
      const result = await run()
      print({ json }, result, () => describeBench(result))
      if (result.results.some(({ pass }) => !pass)) process.exitCode = 1
    })
}
