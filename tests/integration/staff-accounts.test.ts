import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor, StaffActor } from '@/lib/auth/actor'
import { endSessions, getSessionOrNull, insertSession, touchSession } from '@/lib/auth/session-queries'
import { verifyStaff } from '@/lib/auth/verify-staff'
import { database } from '@/lib/db/client'
import { acceptInvitation } from '@/lib/staff/accept-invitation'
import { changePassword } from '@/lib/staff/change-password'
import { changeRole } from '@/lib/staff/change-role'
import { deactivateMember } from '@/lib/staff/deactivate-member'
import { endMemberSessions } from '@/lib/staff/end-member-sessions'
import { endOwnSessions } from '@/lib/staff/end-own-sessions'
import { getLinkOrNull } from '@/lib/staff/get-link-or-null'
import { getStaffMember } from '@/lib/staff/get-staff-member'
import { listStaff } from '@/lib/staff/list-staff'
import { reactivateMember } from '@/lib/staff/reactivate-member'
import { requestPasswordReset } from '@/lib/staff/request-password-reset'
import { resetFactor } from '@/lib/staff/reset-factor'
import { resetPassword } from '@/lib/staff/reset-password'
import { sendPasswordReset } from '@/lib/staff/send-password-reset'
import { setRequiredFactorRoles } from '@/lib/staff/set-required-factor-roles'
import { createUtility } from './factories'
import { actionsOf, createMember, DAY, isIn, later, mailedToken, NOW, PASSWORD, PLACE, signIn } from './staff-lab'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

let admin: StaffActor
let second: StaffActor

beforeAll(async () => {
  await createUtility()
  admin = await createMember('Ada', 'admin')
  second = await createMember('Bianca', 'admin')
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
