import type { SentInvitation } from '@/lib/staff/invite-member'
import type { StaffView } from '@/lib/staff/staff'

/** An invitation, for people at a terminal. */
export function describeInvitation({ isMailed, url }: SentInvitation): string {
  const mail = isMailed
    ? 'The invitation was handed to the e-mail channel.'
    : 'The mail could not be handed over: pass the address on yourself.'
  return `${mail}\nIt is good for seven days and once. Whoever has it chooses the password:\n${url}`
}

/** Everybody, for people at a terminal. */
export function describeStaff({ members, invitations, requiredFactorRoles }: StaffView): string {
  const people = members.map(({ email, name, role, active, hasFactor, seenAt }) => {
    const facts = [role, active ? 'active' : 'deactivated', hasFactor ? 'second factor' : 'no second factor', seenAt ?? 'not seen yet']
    return `${email}  ${name}  ${facts.join(', ')}`
  })
  const invited = invitations.map(({ email, name, role, isExpired, expiresAt }) => {
    return `${email}  ${name}  ${role}, invited, ${isExpired ? 'expired' : 'open until'} ${expiresAt}`
  })
  const rule =
    requiredFactorRoles.length > 0 ? `Must have a second factor: ${requiredFactorRoles.join(', ')}` : 'Nobody must have a second factor.'
  return [...people, ...invited, rule].join('\n')
}
