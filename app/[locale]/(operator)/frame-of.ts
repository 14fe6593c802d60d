import type { StaffFrameProps } from '@/components/works/staff-frame'
import type { StaffActor } from '@/lib/auth/actor'
import { canApproveWorks, canEditSettings, canPlanWorks } from '@/lib/auth/policies'
import { countToApprove } from '@/lib/works/approval/count-to-approve'

type StaffView = Pick<StaffFrameProps, 'name' | 'servesCallers' | 'mayPlan' | 'mayEditSettings' | 'toApprove'>

/** What the frame around every page for staff shows to somebody. */
export async function frameOf(actor: StaffActor): Promise<StaffView> {
  return {
    name: actor.name,
    servesCallers: actor.role === 'call_centre',
    mayPlan: canPlanWorks(actor),
    mayEditSettings: canEditSettings(actor),
    toApprove: canApproveWorks(actor) ? await countToApprove(actor) : 0,
  }
}
