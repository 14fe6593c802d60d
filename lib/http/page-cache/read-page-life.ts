/** What components/ui/page-life.tsx writes. */
const LIFE = /<meta name="page-life" content="(\d+)"\/?>/g

/** For how many seconds a page lets itself be kept: the shortest that it names. Null: it names none, and is not kept. */
export function readPageLife(html: string): number | null {
  const lives = [...html.matchAll(LIFE)].map(([, seconds]) => Number(seconds))
  return lives.length > 0 ? Math.min(...lives) : null
}
