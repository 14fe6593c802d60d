/** The fields of an urlencoded form; a field that comes more than once is a list. */
export function readForm(body: string): Record<string, string | string[]> {
  const params = new URLSearchParams(body)
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name)
      return [name, values.length === 1 ? (values[0] ?? '') : values]
    }),
  )
}
