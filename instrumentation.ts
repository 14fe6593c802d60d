/**
 * Run by Next once, before the first request. Opens the page cache for bin/serve.mjs, which stands before Next and is not bundled with the
 * pages: so both use one database client and one memory.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { openPageFront } = await import('./lib/http/page-cache/page-front')
  Object.assign(globalThis, { preavvisoPageFront: openPageFront })
}
