import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

/** Those that depend on the environment (the content security policy) are set at run time, in proxy.ts. */
const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), payment=(), geolocation=(self)' },
]

/** Nobody shows our pages in a frame, save the one that is made for it (lib/widget/is-widget-frame.ts). */
const UNFRAMED = { source: '/((?!(?:(?:en|it|lt|uk)/)?widget/frame$).*)', headers: [{ key: 'X-Frame-Options', value: 'DENY' }] }

/** Pages whose address holds a token: nobody they link to may learn it, and nothing keeps them. */
const SECRET_HEADERS = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cache-Control', value: 'no-store' },
]
const SECRET_PAGES = ['/:locale/invitation/:token', '/:locale/sign-in/new-password/:token']

/** The same where the form works without scripts: with no referrer at all a browser sends it with `Origin: null`, which a server action refuses. */
const LINK_HEADERS = SECRET_HEADERS.map(({ key, value }) => ({ key, value: key === 'Referrer-Policy' ? 'same-origin' : value }))
const LINK_PAGES = ['/:locale/sign-in/link/:token']

/** Where somebody is led who cuts an address short, as one does to come to what is above. */
const ABOVE = {
  '/addresses': '',
  '/account/accounts': '/account',
  '/operator/works': '/operator',
  '/operator/settings': '/operator/settings/utility',
}

const config: NextConfig = {
  poweredByHeader: false,
  // Titles stand in the head for everybody, not only for search engines: without scripts nobody would move them there.
  htmlLimitedBots: /.*/,
  // `npm test` checks the types; a build in a fresh clone need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pino'],
  experimental: {
    globalNotFound: true,
    // An area may have 50,000 corners (lib/works/read-polygons.ts), which is two megabytes of text.
    serverActions: { bodySizeLimit: '4mb' },
    // Built once for each version: a cache for the next time, and maps that nothing reads, would take a third of the time.
    turbopackFileSystemCacheForBuild: false,
    turbopackSourceMaps: process.env.NODE_ENV !== 'production',
  },
  redirects: async () =>
    Object.entries(ABOVE).map(([short, page]) => ({
      source: `/:locale(en|it|lt|uk)${short}`,
      destination: `/:locale${page}`,
      permanent: false,
    })),
  headers: async () => [
    { source: '/:path*', headers: HEADERS },
    UNFRAMED,
    ...SECRET_PAGES.map((source) => ({ source, headers: SECRET_HEADERS })),
    ...LINK_PAGES.map((source) => ({ source, headers: LINK_HEADERS })),
  ],
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
