import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { trace } from '@/lib/network/trace'
import { command } from './command'
import { CLI } from './import-files'
import { codesOf, feature, forgetNetworks, geojsonFile, importFiles, NETWORK } from './network-files'

beforeEach(forgetNetworks)

describe('the command', () => {
  it('imports, lists segments and traces, each as one JSON document', { timeout: 120_000 }, async () => {
    const imported = await command('import', 'network', geojsonFile(NETWORK), '--service', 'water', '--json')
    expect(imported.status).toBe(0)
    expect(JSON.parse(imported.stdout)).toMatchObject({ new: 6, rejected: 0, dryRun: false, segments: 2 })
    const { segments } = JSON.parse((await command('segments', '--service', 'water', '--json')).stdout)
    expect(segments).toEqual([
      { id: 1, nodes: ['A', 'S'], links: ['SA'] },
      { id: 2, nodes: ['B'], links: ['AB'] },
    ])
    const traced = await command('trace', '--service', 'water', '--link', 'AB', '--stuck', 'V', '--json')
    expect(JSON.parse(traced.stdout)).toMatchObject({
      devices: [],
      segments: 2,
      isolatedLinks: ['AB', 'SA'],
      cutLinks: [],
      servicePoints: 0,
    })
  })

  it('names file, feature and field of what is wrong, with status 2', { timeout: 120_000 }, async () => {
    const { status, stdout, stderr } = await command(
      'import',
      'network',
      geojsonFile([...NETWORK, feature.link('X', 'A', 'Z')]),
      '--service',
      'water',
      '--json',
    )
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('network.geojson, line 7, to: There is no node “Z” in this network')
    const unknown = await command('trace', '--service', 'water', '--link', 'AB')
    expect(unknown.status).toBe(1)
    expect(unknown.stderr).toContain('No water network was imported yet')
  })

  it('leaves the old network when it is killed in the middle, and works the next time', { timeout: 240_000 }, async () => {
    await importFiles({ files: [geojsonFile(NETWORK)] })
    const size = 5_000
    const large = geojsonFile(
      [
        feature.node('N0', 0, 0, 'source'),
        ...Array.from({ length: size }, (_, index) => feature.node(`N${index + 1}`, (index % 40) + 1, 0)),
        ...Array.from({ length: size }, (_, index) => feature.link(`L${index}`, `N${index}`, `N${index + 1}`)),
      ],
      'large.geojson',
    )
    const countIn = async (what: 'staged' | 'merging') => {
      const [{ count }] = await database().$queryRaw<[{ count: number }]>`SELECT count(*)::int AS count FROM staging.network_link`
      return what === 'staged' ? count > 0 : count === size
    }
    for (const moment of ['staged', 'merging'] as const) {
      const child = spawn(process.execPath, ['--import', 'tsx', 'bin/cli/main.ts', 'import', 'network', large, '--service', 'water'], {
        env: process.env,
        stdio: 'ignore',
      })
      const ended = once(child, 'exit')
      while (!(await countIn(moment))) {
        expect(child.exitCode, 'it ended before it could be killed').toBeNull()
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      if (moment === 'merging') await new Promise((resolve) => setTimeout(resolve, 150))
      child.kill('SIGKILL')
      expect((await ended)[1]).toBe('SIGKILL')
      expect(await codesOf()).toEqual(['A B S', 'AB SA', 'V'])
      await database().$executeRaw`UPDATE import_run SET touched_at = now() - interval '1 hour'`
      await database().$executeRaw`TRUNCATE staging.network_link, staging.network_node`
    }
    expect(await importFiles({ files: [large] })).toMatchObject({ new: 2 * size + 1, removed: 6 })
    expect(await trace(CLI, { service: 'water', links: ['L5'] })).toMatchObject({ segments: 1, devices: [] })
  })
})
