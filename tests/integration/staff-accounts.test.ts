import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, StaffActor } from '@/lib/auth/actor'
import { hashPassword } from '@/lib/auth/hash-password'
import { endSessions, getSessionOrNull, insertSession, touchSession } from '@/lib/auth/session-queries'
import { verifyStaff } from '@/lib/auth/verify-staff'
import { database } from '@/lib/db/client'
import type { StaffRole } from '@/lib/db/generated/enums'
import { acceptInvitation } from '@/lib/staff/accept-invitation'
import { changePassword } from '@/lib/staff/change-password'
import { changeRole } from '@/lib/staff/change-role'
import { deactivateMember } from '@/lib/staff/deactivate-member'
import { endMemberSessions } from '@/lib/staff/end-member-sessions'
import { endOwnSessions } from '@/lib/staff/end-own-sessions'
import { getLinkOrNull } from '@/lib/staff/get-link-or-null'
import { getStaffMember } from '@/lib/staff/get-staff-member'
import { inviteMember } from '@/lib/staff/invite-member'
import { listStaff } from '@/lib/staff/list-staff'
import { listStaffMails } from '@/lib/staff/list-staff-mails'
import { reactivateMember } from '@/lib/staff/reactivate-member'
import { requestPasswordReset } from '@/lib/staff/request-password-reset'
import { resendInvitation } from '@/lib/staff/resend-invitation'
import { resetFactor } from '@/lib/staff/reset-factor'
import { resetPassword } from '@/lib/staff/reset-password'
import { sendPasswordReset } from '@/lib/staff/send-password-reset'
import { setRequiredFactorRoles } from '@/lib/staff/set-required-factor-roles'
import { withdrawInvitation } from '@/lib/staff/withdraw-invitation'
import { createUtility } from './factories'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

const NOW = new Date('2026-11-22T10:00:00Z')
const PASSWORD = 'vier Sätze über Wasser'
const PLACE = { method: 'password', client: '203.0.113.7', agent: 'Firefox' } as const
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const DAY = 24 * 60

let admin: StaffActor
let second: StaffActor

async function createMember(name: string, role: StaffRole): Promise<StaffActor> {
  const email = `${name.toLowerCase()}@example.org`
  const { id } = await database().staffUser.create({ data: { email, name, role, passwordHash: await hashPassword(PASSWORD) } })
  return { kind: 'staff', id, email, name, role, source: '203.0.113.1' }
}

const signIn = (actor: StaffActor, now = NOW) => insertSession(database(), actor.id, PLACE, now)
const isIn = async (session: string, now = NOW) => (await getSessionOrNull(session, now)) !== null
const actionsOf = async (subject: string) =>
  (await database().auditEntry.findMany({ where: { subject }, orderBy: { id: 'asc' } })).map(({ action }) => action)

/** The token in the last mail to somebody. */
async function mailedToken(recipient: string): Promise<string> {
  const mail = await database().staffMail.findFirst({ where: { recipient }, orderBy: { id: 'desc' } })
  return /\/([\w-]{43})$/m.exec(mail?.text ?? '')?.[1] ?? ''
}

beforeAll(async () => {
  await createUtility()
  admin = await createMember('Ada', 'admin')
  second = await createMember('Bianca', 'admin')
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

describe('a sign-in', () => {
  it('holds for twelve hours, and tells whose it is with the role of now', async () => {
    const eva = await createMember('Eva', 'operator')
    const session = await signIn(eva)
    expect(await getSessionOrNull(session, NOW)).toMatchObject({ member: { id: eva.id, role: 'operator' }, needsFactor: false })
    await changeRole(admin, eva.id, { role: 'call_centre' }, NOW)
    expect(await getSessionOrNull(session, NOW)).toMatchObject({ member: { role: 'call_centre' } })
    expect(await isIn(session, later(12 * 60 - 1))).toBe(true)
    expect(await isIn(session, later(12 * 60))).toBe(false)
  })

  it('has a new id each time, and nobody makes one up', async () => {
    expect(await signIn(admin)).not.toBe(await signIn(admin))
    for (const id of ['', '1', "' OR 1=1", '00000000-0000-0000-0000-000000000000']) expect(await isIn(id)).toBe(false)
  })

  it('is noted as seen at most each five minutes', async () => {
    const session = await signIn(admin)
    const seen = async (minutes: number) => {
      const found = await getSessionOrNull(session, later(minutes))
      if (found) await touchSession(found, later(minutes))
      return (await getSessionOrNull(session, later(minutes)))?.seenAt
    }
    expect(await seen(4)).toEqual(NOW)
    expect(await seen(5)).toEqual(later(5))
  })

  it('ends when its member ends it, one or all others', async () => {
    const fay = await createMember('Fay', 'operator')
    const [here, there, third] = [await signIn(fay), await signIn(fay), await signIn(fay)]
    expect(await endOwnSessions({ ...fay, sessionId: here }, there, NOW)).toBe(1)
    expect([await isIn(here), await isIn(there), await isIn(third)]).toEqual([true, false, true])
    expect(await endOwnSessions({ ...fay, sessionId: here }, undefined, NOW)).toBe(1)
    expect([await isIn(here), await isIn(third)]).toEqual([true, false])
  })

  it('of somebody else is ended by an administrator only', async () => {
    const gia = await createMember('Gia', 'operator')
    const session = await signIn(gia)
    const other = await signIn(admin)
    expect(await endOwnSessions(gia, other, NOW)).toBe(0)
    expect(await isIn(other)).toBe(true)
    await expect(endMemberSessions(gia, admin.id, other, NOW)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await getStaffMember(admin, gia.id, NOW)).sessions).toMatchObject([{ id: session, client: '203.0.113.7', agent: 'Firefox' }])
    expect(await endMemberSessions(admin, gia.id, session, NOW)).toBe(1)
    expect(await isIn(session)).toBe(false)
  })

  it('of long ago is forgotten', async () => {
    const hal = await createMember('Hal', 'operator')
    await signIn(hal)
    await signIn(hal, later(31 * DAY + 12 * 60))
    expect(await database().staffSession.count({ where: { staffId: hal.id } })).toBe(1)
  })
})

describe('who must have a second factor', () => {
  it('can do nothing else before, save after signing in by the identity provider', async () => {
    const ida = await createMember('Ida', 'approver')
    const byPassword = await signIn(ida)
    const byProvider = await insertSession(database(), ida.id, { ...PLACE, method: 'oidc' }, NOW)
    await setRequiredFactorRoles(admin, { roles: ['approver', 'approver'] }, NOW)
    expect(await getSessionOrNull(byPassword, NOW)).toMatchObject({ needsFactor: true, hasFactor: false })
    expect(await getSessionOrNull(byProvider, NOW)).toMatchObject({ needsFactor: false })
    await database().staffFactor.create({ data: { staffId: ida.id, secret: 'sealed', createdAt: NOW, confirmedAt: NOW } })
    expect(await getSessionOrNull(byPassword, NOW)).toMatchObject({ needsFactor: false, hasFactor: true })
    await resetFactor(admin, ida.id, NOW)
    expect(await isIn(byPassword)).toBe(false)
    expect(await getSessionOrNull(await signIn(ida), NOW)).toMatchObject({ needsFactor: true })
    await setRequiredFactorRoles(admin, { roles: [] }, NOW)
    expect((await listStaff(admin, NOW)).requiredFactorRoles).toEqual([])
  })
})

describe('a password', () => {
  it('is changed by whoever knows it, and ends the other sign-ins', async () => {
    const jan = await createMember('Jan', 'operator')
    const [here, there] = [await signIn(jan), await signIn(jan)]
    const actor = { ...jan, sessionId: here }
    const wrong = changePassword(actor, { current: 'wrong', password: 'zwei Pferde im Regen' }, NOW)
    await expect(wrong).rejects.toMatchObject({ detail: { reason: 'password_wrong', field: 'current' } })
    await changePassword(actor, { current: PASSWORD, password: 'zwei Pferde im Regen' }, NOW)
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect(await verifyStaff({ email: jan.email, password: PASSWORD }, NOW)).toBeNull()
    expect(await verifyStaff({ email: jan.email, password: 'zwei Pferde im Regen' }, NOW)).not.toBeNull()
  })

  it('that was forgotten is set by mail, within an hour, once, and ends every sign-in', async () => {
    const kim = await createMember('Kim', 'operator')
    const session = await signIn(kim)
    await requestPasswordReset({ email: 'KIM@example.org' }, 'lt', 'x', NOW)
    const first = await mailedToken(kim.email)
    await requestPasswordReset({ email: kim.email }, 'lt', 'x', NOW)
    const token = await mailedToken(kim.email)
    expect(await getLinkOrNull('password_reset', first, NOW)).toBeNull()
    expect(await getLinkOrNull('invitation', token, NOW)).toBeNull()
    await expect(acceptInvitation(token, { password: PASSWORD }, 'x', NOW)).rejects.toMatchObject({ code: 'not_found' })
    await expect(resetPassword(token, { password: 'drei Boote am Kai' }, 'x', later(60))).rejects.toMatchObject({ code: 'not_found' })
    expect(await isIn(session)).toBe(true)
    await resetPassword(token, { password: 'drei Boote am Kai' }, 'x', later(59))
    expect(await isIn(session)).toBe(false)
    expect(await verifyStaff({ email: kim.email, password: 'drei Boote am Kai' }, NOW)).not.toBeNull()
    await expect(resetPassword(token, { password: 'vier Boote am Kai' }, 'x', later(59))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is mailed to nobody who is no active member, without a word about it', async () => {
    const lea = await createMember('Lea', 'operator')
    await deactivateMember(admin, lea.id, NOW)
    const before = await database().staffMail.count()
    for (const email of ['stranger@example.org', lea.email]) expect(await requestPasswordReset({ email }, 'en', 'x', NOW)).toBeUndefined()
    expect(await database().staffMail.count()).toBe(before)
    await expect(sendPasswordReset(admin, lea.id, 'en', NOW)).rejects.toMatchObject({ detail: { reason: 'staff_inactive' } })
  })
})

describe('a member who leaves', () => {
  it('is out at the next request, and back with what they had', async () => {
    const mia = await createMember('Mia', 'operator')
    const session = await signIn(mia)
    await sendPasswordReset(admin, mia.id, 'en', NOW)
    const token = await mailedToken(mia.email)
    await deactivateMember(admin, mia.id, NOW)
    expect(await isIn(session)).toBe(false)
    await expect(resetPassword(token, { password: 'fünf Boote am Kai' }, 'x', NOW)).rejects.toMatchObject({ code: 'not_found' })
    expect(await verifyStaff({ email: mia.email, password: PASSWORD }, NOW)).toBeNull()
    await reactivateMember(admin, mia.id, NOW)
    expect(await isIn(session)).toBe(false)
    expect(await verifyStaff({ email: mia.email, password: PASSWORD }, NOW)).not.toBeNull()
    expect(await actionsOf(`staff:${mia.id}`)).toEqual(['staff.password_reset', 'staff.deactivate', 'staff.reactivate'])
  })

  it('is never oneself', async () => {
    for (const act of [
      () => deactivateMember(admin, admin.id, NOW),
      () => changeRole(admin, admin.id, { role: 'operator' }, NOW),
      () => resetFactor(admin, admin.id, NOW),
    ])
      await expect(act()).rejects.toMatchObject({ detail: { reason: 'staff_oneself' } })
  })

  it('is never the last administrator, also when two take each other out at once', async () => {
    const outcomes = await Promise.allSettled([
      deactivateMember(admin, second.id, NOW),
      changeRole(second, admin.id, { role: 'operator' }, NOW),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await database().staffUser.count({ where: { role: 'admin', active: true } })).toBe(1)
    const left = await database().staffUser.findFirstOrThrow({ where: { role: 'admin', active: true } })
    const cli: Actor = { kind: 'cli', name: 'root', source: 'cli' }
    await expect(deactivateMember(cli, left.id, NOW)).rejects.toMatchObject({ detail: { reason: 'staff_last_admin' } })
  })

  it('was somebody', async () => {
    for (const id of [0, -1, 99_999, Number.NaN, 1.5, 2 ** 40])
      await expect(deactivateMember({ kind: 'cli', name: 'root', source: 'cli' }, id, NOW)).rejects.toMatchObject({ code: 'not_found' })
  })
})

it('ends no session of another member by its id', async () => {
  const [nora, oda] = [await createMember('Nora', 'operator'), await createMember('Oda', 'operator')]
  const session = await signIn(nora)
  expect(await endSessions(database(), oda.id, { id: session }, NOW)).toBe(0)
  expect(await isIn(session)).toBe(true)
})
