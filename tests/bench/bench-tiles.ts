import { SYSTEM } from '@/lib/auth/actor'
import { getTile } from '@/lib/geo/tiles/get-tile'
import type { Tile } from '@/lib/geo/tiles/tile'
import { type BareLayer, bareTile } from './bare-tiles'
import { type BenchMeasure, type BenchResult, compare, compareAtLeast } from './bench'
import { seedBenchMap } from './seed-bench-database'

const SERVICE_POINTS = 1_100_000
const COLD_LIMIT = 1.5
const CACHED_LEAST = 10
/** Bytes: what a browser reads without missing a frame. */
const HEAVY = 500_000

/** In the middle of the towns that are made up, degrees. */
const PLACES = [
  [11.343, 44.494],
  [10.925, 44.647],
  [11.62, 44.838],
  [12.566, 44.06],
  [12.2, 44.418],
] as const

/** At which zooms the map asks for a layer's tiles. */
const ZOOMS: Record<BareLayer, readonly number[]> = {
  backdrop: [9, 10, 11, 12, 13, 14, 15, 16],
  links: [13, 14, 15, 16],
  devices: [14, 15, 16],
  'service-points': [8, 9, 10, 11, 12, 13, 14, 15, 16],
}

interface Question {
  layer: BareLayer
  tile: Tile
  isCounted: boolean
}

interface Answer extends Question {
  bare: number
  cold: number
  cached: number
  bytes: number
}

function tileAt(longitude: number, latitude: number, z: number): Tile {
  const side = 2 ** z
  const north = Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI
  return { z, x: Math.floor(((longitude + 180) / 360) * side), y: Math.floor(((1 - north) / 2) * side) }
}

/** Each tile once: from afar, several places share one. From zoom 13 on also the two beside it. */
function findQuestions(): Question[] {
  const all = (Object.keys(ZOOMS) as BareLayer[]).flatMap((layer) =>
    ZOOMS[layer].flatMap((z) =>
      PLACES.flatMap(([longitude, latitude]) => {
        const { x, y } = tileAt(longitude, latitude, z)
        const steps = z >= 13 ? [0, 1, 2] : [0]
        return steps.map((step) => ({ layer, tile: { z, x: x + step, y }, isCounted: layer === 'service-points' && z < 16 }))
      }),
    ),
  )
  return [...new Map(all.map((question) => [JSON.stringify(question), question])).values()]
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Ours as the route asks: policy, revisions, drawing, tag. In turn the one and the other first. */
async function measure(question: Question, index: number): Promise<Answer> {
  const { layer, tile } = question
  let [bare, cold, bytes] = [0, 0, 0]
  const askBare = async () => {
    bare = await milliseconds(() => bareTile(layer, tile))
  }
  const askOurs = async () => {
    cold = await milliseconds(async () => {
      bytes = (await getTile(SYSTEM, layer, tile)).bytes?.length ?? 0
    })
  }
  for (const ask of index % 2 === 0 ? [askOurs, askBare] : [askBare, askOurs]) await ask()
  return { ...question, bare, cold, bytes, cached: 0 }
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const percentile95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0

function compareCold(what: string, answers: Answer[]): BenchMeasure[] {
  const [cold, bare] = [answers.map((answer) => answer.cold), answers.map((answer) => answer.bare)]
  const peer = 'bare ST_AsMVT query of the same tiles'
  return [
    compare(
      { metric: `p95 of ${cold.length} cold tiles of ${what}`, value: percentile95(cold), unit: 'ms', peer, peerValue: percentile95(bare) },
      COLD_LIMIT,
    ),
    compare(
      { metric: `mean of ${cold.length} cold tiles of ${what}`, value: mean(cold), unit: 'ms', peer, peerValue: mean(bare) },
      COLD_LIMIT,
    ),
  ]
}

/** Tiles of five towns with 1.1 million service points, drawn cold and from memory, against the bare ST_AsMVT queries of the same tiles. */
export async function benchTiles(): Promise<BenchResult> {
  await seedBenchMap(SERVICE_POINTS)
  const questions = findQuestions()
  for (const { layer, tile } of questions) await bareTile(layer, tile)
  const answers: Answer[] = []
  for (const [index, question] of questions.entries()) answers.push(await measure(question, index))
  for (const answer of answers) answer.cached = await milliseconds(() => getTile(SYSTEM, answer.layer, answer.tile))
  const drawn = answers.filter(({ bytes }) => bytes > 0)
  const [cold, cached] = [mean(drawn.map((answer) => answer.cold)), mean(drawn.map((answer) => answer.cached))]
  const heaviest = Math.max(...drawn.map(({ bytes }) => bytes))
  return {
    name: 'tiles',
    results: [
      ...compareCold(
        'streets, buildings, links, devices and single service points',
        drawn.filter(({ isCounted }) => !isCounted),
      ),
      ...compareCold(
        'counted service points',
        drawn.filter(({ isCounted }) => isCounted),
      ),
      compareAtLeast(
        { metric: `mean of ${drawn.length} cold tiles`, value: cold, unit: 'ms', peer: 'the same tiles, cached', peerValue: cached },
        CACHED_LEAST,
      ),
      compare({ metric: 'heaviest tile', value: heaviest, unit: 'bytes', peer: 'limit', peerValue: HEAVY }, 1),
    ],
  }
}
