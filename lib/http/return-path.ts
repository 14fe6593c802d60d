/**
 * Where to go after signing in: the wanted path if it is one of ours, else `fallback`.
 * Browsers read "//host" and "/\host" as another site, so the path is resolved as they do and must stay on the same host.
 */
export function returnPath(wanted: string | undefined, fallback: string): string {
  if (!wanted?.startsWith('/')) return fallback
  const here = 'http://preavviso.invalid'
  if (!URL.canParse(wanted, here)) return fallback
  const url = new URL(wanted, here)
  return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : fallback
}
