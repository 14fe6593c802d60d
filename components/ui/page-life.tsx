/**
 * Says for how many seconds this page may be answered again as it is (lib/http/page-cache). A page without it is never kept: so whoever
 * leaves it out where an answer is `unknown` is safe. Publications, imports and settings take kept pages away earlier; the life is for what
 * only time changes.
 */
export function PageLife({ seconds }: { seconds: number | null }) {
  return seconds === null ? null : <meta name="page-life" content={String(Math.max(1, Math.floor(seconds)))} />
}
