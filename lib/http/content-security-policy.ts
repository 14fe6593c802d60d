/** The one third party, and only where an installation has chosen it. */
const MAPBOX = 'https://*.mapbox.com'

export interface PolicyOptions {
  /** Which inline scripts may run: `nonce-…` of this response, or `sha256-…` of each script of a page that is kept. */
  scripts: readonly string[]
  /** Whether Mapbox GL draws the map instead of MapLibre. */
  mapbox: boolean
  /** React's error overlay in development needs `eval`. */
  development: boolean
  /** Whether others may show the page in a frame of theirs. */
  isFramed?: boolean
}

/**
 * The content security policy of a page: only our own files, and only those inline scripts that it names.
 * Map workers come from `self` (MapLibre) or `blob:` (Mapbox GL); both libraries set style attributes, hence inline styles.
 */
export function contentSecurityPolicy({ scripts, mapbox, development, isFramed = false }: PolicyOptions): string {
  const third = mapbox ? ` ${MAPBOX}` : ''
  const inline = scripts.map((source) => ` '${source}'`).join('')
  return [
    "default-src 'self'",
    `script-src 'self'${inline}${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${third}`,
    `connect-src 'self'${third}`,
    "worker-src 'self' blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    isFramed ? 'frame-ancestors *' : "frame-ancestors 'none'",
  ].join('; ')
}
