import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { SignOutButton } from '@/components/auth/sign-out-button'
import { StaffFrame } from '@/components/works/staff-frame'
import { isDemo } from '@/lib/channels/clock-guard'
import { env } from '@/lib/env'
import { requireStaff } from '@/lib/http/require-staff'
import { frameOf } from '../(operator)/frame-of'

export const metadata: Metadata = { robots: { index: false } }

/** Where a real channel is configured there is no demo, and nothing of it. */
export default async function DemoLayout({ children }: { children: ReactNode }) {
  if (!isDemo(env())) notFound()
  const actor = await requireStaff('/outbox')
  return (
    <StaffFrame {...(await frameOf(actor))} demo signOut={<SignOutButton />}>
      {children}
    </StaffFrame>
  )
}
