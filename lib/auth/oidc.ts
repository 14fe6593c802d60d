import type { OAuthConfig } from 'next-auth/providers/oauth'
import type { Environment } from '@/lib/env'

/** The claims of an identity token that say who it is. */
export interface OidcClaims {
  sub: string
  email?: string
  email_verified?: boolean
}

/** The e-mail that the identity provider has verified; null where it vouches for none. */
export function verifiedEmail({ email, email_verified }: Partial<OidcClaims>): string | null {
  return email && email_verified === true ? email : null
}

/**
 * Signing in by the utility's own identity provider, when the environment names one. Protected by state, nonce and PKCE; who gets in is decided
 * in auth-options.ts.
 */
export function oidcProvider(environment: Environment): OAuthConfig<OidcClaims> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = environment
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null
  return {
    id: 'oidc',
    name: OIDC_NAME ?? new URL(OIDC_ISSUER).hostname,
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email' } },
    profile: ({ sub }) => ({ id: sub }),
  }
}
