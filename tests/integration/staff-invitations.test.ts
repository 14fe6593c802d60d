import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/auth/actor'
import { verifyStaff } from '@/lib/auth/verify-staff'
import { database } from '@/lib/db/client'
import { acceptInvitation } from '@/lib/staff/accept-invitation'
import { getLinkOrNull } from '@/lib/staff/get-link-or-null'
import { inviteMember } from '@/lib/staff/invite-member'
import { listStaff } from '@/lib/staff/list-staff'
import { listStaffMails } from '@/lib/staff/list-staff-mails'
import { resendInvitation } from '@/lib/staff/resend-invitation'
import { withdrawInvitation } from '@/lib/staff/withdraw-invitation'
import { createUtility } from './factories'
import { actionsOf, createMember, DAY, later, mailedToken, NOW, PASSWORD } from './staff-lab'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

let admin: StaffActor

beforeAll(async () => {
  await createUtility()
  admin = await createMember('Ada', 'admin')
  await createMember('Bianca', 'admin')
})

describe('an invitation', () => {
  const invited = { email: ' Carla@Example.org ', name: 'Carla', role: 'operator', language: 'it' } as const
  let token: string

  it('is mailed, and only the hash of its token is kept', async () => {
    expect(await inviteMember(admin, invited, NOW)).toMatchObject({ isMailed: true })
    token = await mailedToken('carla@example.org')
    const mail = (await listStaffMails(admin)).at(0)
    expect(mail).toMatchObject({ recipient: 'carla@example.org', language: 'it', subject: expect.stringContaining('Acque di Prova') })
    const links = await database().staffLink.findMany()
    expect(token).toHaveLength(43)
    expect(JSON.stringify(links)).not.toContain(token)
  })

  it('shows whom it is for as often as one looks, for seven days', async () => {
    const view = { email: 'carla@example.org', name: 'Carla', role: 'operator' }
    expect(await getLinkOrNull('invitation', token, NOW)).toEqual(view)
    expect(await getLinkOrNull('invitation', token, later(7 * DAY - 1))).toEqual(view)
    expect(await getLinkOrNull('invitation', token, later(7 * DAY))).toBeNull()
    expect(await getLinkOrNull('password_reset', token, NOW)).toBeNull()
    expect(await getLinkOrNull('invitation', `${token.slice(0, -1)}!`, NOW)).toBeNull()
  })

  it('sent again opens by the new address only', async () => {
    const [open] = (await listStaff(admin, NOW)).invitations
    await resendInvitation(admin, open?.id ?? 0, later(DAY))
    expect(await getLinkOrNull('invitation', token, later(DAY))).toBeNull()
    token = await mailedToken('carla@example.org')
    expect(await getLinkOrNull('invitation', token, later(8 * DAY - 1))).not.toBeNull()
    expect((await listStaff(admin, NOW)).invitations).toHaveLength(1)
  })

  it('takes no weak password, and stays open', async () => {
    const accept = acceptInvitation(token, { password: 'carla carla carla' }, 'x', later(DAY))
    await expect(accept).rejects.toMatchObject({ detail: { reason: 'password_guessable', field: 'password' } })
    await expect(acceptInvitation(token, { password: 'short' }, 'x', later(DAY))).rejects.toMatchObject({ code: 'bad_input' })
  })

  it('makes one member, however many accept it at once', async () => {
    const attempts = Array.from({ length: 3 }, () => acceptInvitation(token, { password: PASSWORD }, '203.0.113.9', later(DAY)))
    const outcomes = await Promise.allSettled(attempts)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await verifyStaff({ email: 'carla@example.org', password: PASSWORD }, later(DAY))).toMatchObject({ role: 'operator' })
    expect((await listStaff(admin, later(DAY))).invitations).toEqual([])
  })

  it('is not sent to somebody who is a member already', async () => {
    await expect(inviteMember(admin, invited, NOW)).rejects.toMatchObject({ detail: { reason: 'staff_exists', field: 'email' } })
  })

  it('opens nothing once it is withdrawn', async () => {
    const { id } = await inviteMember(admin, { email: 'dora@example.org', name: 'Dora', role: 'admin' }, NOW)
    const gone = await mailedToken('dora@example.org')
    await withdrawInvitation(admin, id, NOW)
    await expect(acceptInvitation(gone, { password: PASSWORD }, 'x', NOW)).rejects.toMatchObject({ detail: { reason: 'link_gone' } })
    await expect(withdrawInvitation(admin, id, NOW)).rejects.toMatchObject({ code: 'not_found' })
    expect(await actionsOf(`staff_link:${id}`)).toEqual(['staff.invite', 'staff.withdraw'])
  })

  it.each([
    [{ email: 'no mail', name: 'X', role: 'operator' }, 'email'],
    [{ email: 'x@example.org', name: '', role: 'operator' }, 'name'],
    [{ email: 'x@example.org', name: 'X', role: 'owner' }, 'role'],
  ])('is refused for %j', async (raw, field) => {
    await expect(inviteMember(admin, raw as never, NOW)).rejects.toMatchObject({ code: 'bad_input', detail: { field } })
  })

  it('keeps no token in what is written for good', async () => {
    expect(JSON.stringify(await database().auditEntry.findMany({ select: { after: true, before: true } }))).not.toMatch(/@|[\w-]{43}/)
  })
})
