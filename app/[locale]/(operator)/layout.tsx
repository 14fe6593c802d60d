import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SignOutButton } from '@/components/auth/sign-out-button'
import { StaffFrame } from '@/components/works/staff-frame'
import { isDemo } from '@/lib/channels/clock-guard'
import { env } from '@/lib/env'
import { requireStaff } from '@/lib/http/require-staff'
import { frameOf } from './frame-of'

export const metadata: Metadata = { robots: { index: false } }

export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff('/operator')
  return (
    <StaffFrame {...(await frameOf(actor))} demo={isDemo(env())} signOut={<SignOutButton />}>
      {children}
    </StaffFrame>
  )
}
