import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { problemsOf, REJECTS } from './import-files'
import { codesOf, feature, forgetNetworks, geojsonFile, importFiles, NETWORK } from './network-files'

beforeEach(forgetNetworks)

describe('what is wrong with a network', () => {
  it.each([
    ['an unknown kind of feature', { ...NETWORK[0], properties: { feature: 'pipe', id: 'X' } }, [7, 'feature', 'import_not_one_of']],
    ['no id', feature.node('', 0, 0), [7, 'id', 'import_value_missing']],
    [
      'a line where a point should be',
      {
        ...feature.node('X', 0, 0),
        geometry: {
          type: 'LineString',
          coordinates: [
            [1, 1],
            [2, 2],
          ],
        },
      },
      [7, 'geometry', 'import_not_point'],
    ],
    ['a link of one position', feature.link('X', 'A', 'B', [[0, 0]]), [7, 'geometry', 'network_not_line']],
    [
      'coordinates that are no degrees',
      { ...feature.node('X', 0, 0), geometry: { type: 'Point', coordinates: [500000, 4983000] } },
      [7, 'coordinates', 'network_not_degrees'],
    ],
    ['a link to an unknown node', feature.link('X', 'A', 'Z'), [7, 'to', 'network_unknown_node']],
    ['a link to itself', feature.link('X', 'A', 'A'), [7, 'to', 'network_link_to_itself']],
    ['a repeated id', feature.link('AB', 'S', 'B'), [7, 'id', 'network_repeats_id']],
    ['a device on a missing link', feature.valve('X', 'ZZ', 'A'), [7, 'link', 'network_unknown_link']],
    ['a device at no end of its link', feature.valve('X', 'SA', 'B'), [7, 'node', 'network_device_not_at_end']],
    [
      'a flag that is neither',
      {
        ...feature.valve('X', 'SA', 'A'),
        properties: { feature: 'device', id: 'X', kind: 'valve', link: 'SA', node: 'A', conducting: 'maybe' },
      },
      [7, 'conducting', 'import_bad_flag'],
    ],
    ['a service point on an unknown node', feature.point('X', { node: 'Z' }), [7, 'node', 'network_unknown_node']],
    ['a service point that is nowhere', feature.point('X', {}), [7, 'node', 'network_point_nowhere']],
    ['something that is no feature', 12, [7, '', 'import_not_feature']],
  ])('%s: refused with feature, field and reason, and nothing is imported', async (_, wrong, problem) => {
    expect(await problemsOf(importFiles({ files: [geojsonFile([...NETWORK, wrong])] }))).toEqual([problem])
    expect(await codesOf()).toEqual(['', '', ''])
    expect(await database().importRun.count()).toBe(0)
  })

  it('goes to the file for rejected parts, with all that refers to it and all warnings, and the rest is imported', async () => {
    const features = [
      ...NETWORK,
      feature.node('X', 500, 500),
      feature.link('XX', 'X', 'X'),
      feature.valve('VX', 'XX', 'X'),
      feature.point('far', {}, [9, 9]),
    ]
    expect(await importFiles({ files: [geojsonFile(features)], rejectFile: REJECTS })).toMatchObject({ new: 8, rejected: 2 })
    expect(
      readFileSync(REJECTS, 'utf8')
        .trim()
        .split('\n')
        .map((row) => row.split(',').slice(0, 6).join(',')),
    ).toEqual([
      'outcome,file,line,part,id,field',
      'rejected,network.geojson,8,link,XX,to',
      'rejected,network.geojson,9,device,VX,link',
      'warning,,,node,X,',
      'warning,,,service_point,far,',
    ])
  })

  it('is refused without any source, and leaves the network before it', async () => {
    await importFiles({ files: [geojsonFile(NETWORK)] })
    expect(
      await problemsOf(
        importFiles({ files: [geojsonFile([feature.node('A', 0, 0), feature.node('B', 1, 0), feature.link('AB', 'A', 'B')])] }),
      ),
    ).toBe('network_no_source')
    expect(await codesOf()).toEqual(['A B S', 'AB SA', 'V'])
    const points = [feature.point('P', {}, [0, 0])]
    expect(await problemsOf(importFiles({ files: [geojsonFile(points)] }))).toBe('network_empty')
  })

  it('is only warned of where real networks are so: islands, links without length, nodes outside the served area', async () => {
    const odd = [
      feature.node('X', 5, 0),
      feature.node('Y', 5, 0),
      feature.link('XY', 'X', 'Y'),
      feature.valve('VXY', 'XY', 'X'),
      feature.node('far', 400, 0),
    ]
    const { warnings } = await importFiles({ files: [geojsonFile([...NETWORK, ...odd])] })
    expect(warnings).toEqual([
      { reason: 'network_warns_island', count: 1, examples: ['XY'] },
      { reason: 'network_warns_no_length', count: 1, examples: ['XY'] },
      { reason: 'network_warns_outside', count: 1, examples: ['far'] },
    ])
  })

  it('names a file that is there twice, and one for rejects that is imported', async () => {
    const file = geojsonFile(NETWORK)
    expect(await problemsOf(importFiles({ files: [file, file] }))).toBe('network_file_twice')
    expect(await problemsOf(importFiles({ files: [file], rejectFile: file }))).toBe('import_reject_same')
    expect(await problemsOf(importFiles({ files: [file], within: Number.NaN }))).toBe('network_bad_within')
  })
})
