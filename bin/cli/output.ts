/** Prints the answer of a command: one JSON document with `--json`, else words. */
export function print(options: { json?: boolean }, document: unknown, words: () => string): void {
  process.stdout.write(`${options.json ? JSON.stringify(document, null, 2) : words()}\n`)
}
