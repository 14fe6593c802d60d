import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { SignOutButton } from '@/components/auth/sign-out-button'
import { StaffFrame } from '@/components/works/staff-frame'
import { canApproveWorks, canEditSettings, canPlanWorks } from '@/lib/auth/policies'
import { isDemo } from '@/lib/channels/clock-guard'
import { env } from '@/lib/env'
import { requireStaff } from '@/lib/http/require-staff'
import { countToApprove } from '@/lib/works/approval/count-to-approve'

export const metadata: Metadata = { robots: { index: false } }

export default async function OperatorLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff('/operator')
  return (
    <StaffFrame
      name={actor.name}
      demo={isDemo(env())}
      servesCallers={actor.role === 'call_centre'}
      mayPlan={canPlanWorks(actor)}
      mayEditSettings={canEditSettings(actor)}
      toApprove={canApproveWorks(actor) ? await countToApprove(actor) : 0}
      signOut={<SignOutButton />}
    >
      {children}
    </StaffFrame>
  )
}
