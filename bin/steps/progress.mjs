/** Says what is being done, and when it is done how long it took. A result whose `failed` is not zero is no success. */
export async function step(title, work) {
  const started = Date.now()
  process.stderr.write(`  … ${title}\n`)
  const result = await work()
  const seconds = (Date.now() - started) / 1000
  process.stderr.write(`  ${result?.failed > 0 ? '✗' : '✓'} ${title} (${seconds.toFixed(1)} s)\n`)
  return result
}

/** An error whose message is meant for whoever started the program: printed without a stack. */
export class PlainError extends Error {}

/** Prints why a program ends. */
export function explain(error) {
  process.stderr.write(error instanceof PlainError ? `\n${error.message}\n` : `\n${error.stack ?? error}\n`)
}
