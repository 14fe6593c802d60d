/** The one third party, and only where an installation has chosen it. */
const MAPBOX = 'https://*.mapbox.com'

export interface PolicyOptions {
  nonce: string
  /** Whether Mapbox GL draws the map instead of MapLibre. */
  mapbox: boolean
  /** React's error overlay in development needs `eval`. */
  development: boolean
}

/**
 * The content security policy of a page: only our own files, and inline scripts only with this response's nonce.
 * Map workers come from `self` (MapLibre) or `blob:` (Mapbox GL); both libraries set style attributes, hence inline styles.
 */
export function contentSecurityPolicy({ nonce, mapbox, development }: PolicyOptions): string {
  const third = mapbox ? ` ${MAPBOX}` : ''
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${third}`,
    `connect-src 'self'${third}`,
    "worker-src 'self' blob:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
