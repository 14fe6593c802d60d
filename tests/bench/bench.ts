export interface BenchMeasure {
  metric: string
  value: number
  unit: string
  /** What it is compared with, measured in the same run. */
  peer: string
  peerValue: number
  ratio: number
  /** "<= 3": what the ratio has to be. */
  bar: string
  pass: boolean
}

export interface BenchResult {
  name: string
  results: BenchMeasure[]
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

type Measured = Pick<BenchMeasure, 'metric' | 'value' | 'unit' | 'peer' | 'peerValue'>

function judge(measured: Measured, bar: string, isPass: (ratio: number) => boolean): BenchMeasure {
  const ratio = measured.value / measured.peerValue
  return { ...measured, value: round(measured.value), peerValue: round(measured.peerValue), ratio: round(ratio), bar, pass: isPass(ratio) }
}

/** Compares a value with its peer's: it passes when the ratio is at most `limit`. */
export function compare(measured: Measured, limit: number): BenchMeasure {
  return judge(measured, `<= ${limit}`, (ratio) => ratio <= limit)
}

/** The same where more is better: it passes when the ratio is at least `limit`. */
export function compareAtLeast(measured: Measured, limit: number): BenchMeasure {
  return judge(measured, `>= ${limit}`, (ratio) => ratio >= limit)
}

/** Runs `work` and says how many seconds it took. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
