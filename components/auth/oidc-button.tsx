'use client'

import { KeyRound } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { Button } from '@/components/ui/button'

/** Leads to the organisation's own sign-in, and back to `next`, a path of ours. */
export function OidcButton({ label, next }: { label: string; next: string }) {
  return (
    <Button variant="secondary" className="w-full" onClick={() => signIn('oidc', { callbackUrl: next })}>
      <KeyRound aria-hidden="true" className="size-5" />
      {label}
    </Button>
  )
}
