import type { MemberSteps } from '@/components/staff/member-actions'
import { changeRoleAction, deactivateAction, reactivateAction, resetFactorAction, resetPasswordAction } from './actions'

/** The steps in the life of one member's account. */
export function memberSteps(id: number): MemberSteps {
  return {
    changeRole: changeRoleAction.bind(null, id),
    deactivate: deactivateAction.bind(null, id),
    reactivate: reactivateAction.bind(null, id),
    resetFactor: resetFactorAction.bind(null, id),
    resetPassword: resetPasswordAction.bind(null, id),
  }
}
