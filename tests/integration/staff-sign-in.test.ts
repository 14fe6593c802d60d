import { TOTP } from 'otpauth'
import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/auth/actor'
import { hashPassword } from '@/lib/auth/hash-password'
import { getActiveStaffOrNull } from '@/lib/auth/queries'
import { verifyStaff } from '@/lib/auth/verify-staff'
import { database } from '@/lib/db/client'
import { confirmFactor } from '@/lib/staff/confirm-factor'
import { removeFactor } from '@/lib/staff/remove-factor'
import { renewRecoveryCodes } from '@/lib/staff/renew-recovery-codes'
import { startFactor } from '@/lib/staff/start-factor'

process.env.NEXTAUTH_SECRET = 'a secret for tests'

const START = new Date('2026-11-22T10:00:05Z')
const EMAIL = 'olga@example.org'
const PASSWORD = 'correct horse'

/** Real time, in seconds after the start. */
const at = (seconds: number) => new Date(START.getTime() + seconds * 1000)

const signIn = (code?: string, now = START) => verifyStaff({ email: EMAIL, password: PASSWORD, ...(code !== undefined && { code }) }, now)

let olga: StaffActor
let secret: string
let recoveryCodes: string[]

const codeAt = (seconds: number) => new TOTP({ secret }).generate({ timestamp: at(seconds).getTime() })

/** A code that is none of those around this second. */
function wrongCodeAt(seconds: number): string {
  const right = new Set([-30, 0, 30].map((aside) => codeAt(seconds + aside)))
  return ['000000', '111111', '222222', '333333'].find((code) => !right.has(code)) ?? ''
}

beforeAll(async () => {
  const passwordHash = await hashPassword(PASSWORD)
  const member = await database().staffUser.create({ data: { email: EMAIL, name: 'Olga', role: 'operator', passwordHash } })
  olga = { kind: 'staff', id: member.id, email: EMAIL, name: 'Olga', role: 'operator', source: '127.0.0.1' }
})

describe('signing in with a password', () => {
  it('knows a member of staff by e-mail and password, and never gives the hash out', async () => {
    const found = await verifyStaff({ email: ' Olga@Example.org ', password: PASSWORD }, START)
    expect(found).toEqual({ id: olga.id, email: EMAIL, name: 'Olga', role: 'operator' })
  })

  it.each([
    [EMAIL, 'wrong'],
    [EMAIL, ''],
    ['nobody@example.org', PASSWORD],
    ['', ''],
  ])('refuses %s with %s', async (email, password) => {
    expect(await verifyStaff({ email, password }, START)).toBeNull()
  })
})

describe('setting a second factor up', () => {
  it('offers the same secret until it is confirmed, with a picture of it', async () => {
    const offer = await startFactor(olga, START)
    secret = offer.secret
    expect(await startFactor(olga, START)).toEqual(offer)
    expect(offer.uri).toContain(`secret=${secret}`)
    expect(offer.picture.size).toBeGreaterThan(30)
    expect(offer.picture.path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/)
  })

  it('keeps the secret sealed', async () => {
    const row = await database().staffFactor.findUniqueOrThrow({ where: { staffId: olga.id } })
    expect(row.secret).not.toContain(secret)
    expect(Buffer.from(row.secret, 'base64url').toString('latin1')).not.toContain(secret)
  })

  it('asks for no code at sign-in while it is not confirmed', async () => {
    expect(await signIn()).toMatchObject({ email: EMAIL })
  })

  it('takes no wrong code', async () => {
    await expect(confirmFactor(olga, { code: wrongCodeAt(0) }, START)).rejects.toMatchObject({ detail: { reason: 'code_wrong' } })
  })

  it('gives ten recovery codes for a right one, and keeps only their hashes', async () => {
    recoveryCodes = await confirmFactor(olga, { code: codeAt(0) }, START)
    expect(new Set(recoveryCodes).size).toBe(10)
    const kept = await database().staffRecoveryCode.findMany({ where: { staffId: olga.id } })
    expect(kept).toHaveLength(10)
    expect(JSON.stringify(kept)).not.toContain(recoveryCodes[0])
  })

  it('happens once', async () => {
    await expect(startFactor(olga, START)).rejects.toMatchObject({ code: 'conflict' })
    await expect(confirmFactor(olga, { code: codeAt(30) }, at(30))).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('signing in with a second factor', () => {
  it('answers the right password without a code like a wrong one', async () => {
    expect(await signIn()).toBeNull()
    expect(await signIn('')).toBeNull()
    expect(await database().staffFactor.findUniqueOrThrow({ where: { staffId: olga.id } })).toMatchObject({ wrongCodes: 0 })
  })

  it('takes the code of now, once', async () => {
    expect(await signIn(codeAt(60), at(60))).toMatchObject({ email: EMAIL })
    expect(await signIn(codeAt(60), at(61))).toBeNull()
  })

  it('takes none that is older than one that was taken', async () => {
    expect(await signIn(codeAt(30), at(62))).toBeNull()
  })

  it('takes a code of one step early or late, and no other', async () => {
    expect(await signIn(codeAt(240), at(180))).toBeNull()
    expect(await signIn(codeAt(120), at(180))).toBeNull()
    expect(await signIn(codeAt(210), at(180))).toMatchObject({ email: EMAIL })
  })

  it('takes a code from one of many who bring it at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => signIn(codeAt(300), at(300))))
    expect(all.filter(Boolean)).toHaveLength(1)
  })

  it('takes a code with the wrong password for nothing, and does not use it up', async () => {
    expect(await verifyStaff({ email: EMAIL, password: 'wrong', code: codeAt(600) }, at(600))).toBeNull()
    expect(await signIn(codeAt(600), at(600))).toMatchObject({ email: EMAIL })
  })

  it('takes a recovery code once, however it is typed', async () => {
    const [code = ''] = recoveryCodes
    expect(await signIn(code.toUpperCase().replaceAll('-', ' '), at(700))).toMatchObject({ email: EMAIL })
    expect(await signIn(code, at(701))).toBeNull()
  })
})

describe('guessing codes', () => {
  it('ends after five in a row, also for the right one, longer each time', async () => {
    await signIn(codeAt(900), at(900))
    for (let guess = 0; guess < 5; guess++) expect(await signIn(wrongCodeAt(1000), at(1000))).toBeNull()
    expect(await signIn(codeAt(1030), at(1030))).toBeNull()
    expect(await signIn(codeAt(1000 + 14 * 60), at(1000 + 14 * 60))).toBeNull()
    const after = 1000 + 15 * 60 + 1
    for (let guess = 0; guess < 5; guess++) expect(await signIn(wrongCodeAt(after), at(after))).toBeNull()
    const { lockedUntil } = await database().staffFactor.findUniqueOrThrow({ where: { staffId: olga.id } })
    expect(lockedUntil).toEqual(at(after + 30 * 60))
  })

  it('leaves whoever has a recovery code in', async () => {
    expect(await signIn(recoveryCodes[1], at(2000))).toMatchObject({ email: EMAIL })
  })

  it('is forgotten after a right code', async () => {
    const later = 1000 + 15 * 60 + 1 + 30 * 60
    expect(await signIn(codeAt(later), at(later))).toMatchObject({ email: EMAIL })
    expect(await database().staffFactor.findUniqueOrThrow({ where: { staffId: olga.id } })).toMatchObject({
      wrongCodes: 0,
      lockedUntil: null,
    })
  })

  it('gets no more attempts when many come at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => signIn(wrongCodeAt(6000), at(6000))))
    expect(await database().staffFactor.findUniqueOrThrow({ where: { staffId: olga.id } })).toMatchObject({ wrongCodes: 5 })
  })

  it('costs the same whatever is wrong', async () => {
    const cases = [
      { email: 'nobody@example.org', password: 'wrong', code: '' },
      { email: EMAIL, password: 'wrong', code: '123456' },
      { email: EMAIL, password: PASSWORD, code: '' },
    ].map((typed) => ({ typed, times: [] as number[] }))
    // In turn, so that whatever else the machine does meets all of them.
    for (let run = 0; run < 9; run++) {
      for (const { typed, times } of cases) {
        const before = performance.now()
        await verifyStaff(typed, at(90_000 + run))
        times.push(performance.now() - before)
      }
    }
    const medians = cases.map(({ times }) => times.sort((a, b) => a - b)[4] ?? 0)
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(2)
  })
})

describe('a second factor that is there', () => {
  const later = 200_000

  it('gives new recovery codes for a code, and the earlier ones end', async () => {
    const fresh = await renewRecoveryCodes(olga, { code: codeAt(later) }, at(later))
    expect(await signIn(recoveryCodes[5], at(later + 1))).toBeNull()
    expect(await signIn(fresh[5], at(later + 2))).toMatchObject({ email: EMAIL })
  })

  it('stays where the role must have one', async () => {
    await database().staffRules.update({ where: { id: 1 }, data: { requiredFactorRoles: ['operator'] } })
    await expect(removeFactor(olga, { code: codeAt(later + 60) }, at(later + 60))).rejects.toMatchObject({ code: 'conflict' })
    await database().staffRules.update({ where: { id: 1 }, data: { requiredFactorRoles: [] } })
  })

  it('goes with one last code', async () => {
    await expect(removeFactor(olga, { code: wrongCodeAt(later + 120) }, at(later + 120))).rejects.toMatchObject({ code: 'bad_input' })
    await removeFactor(olga, { code: codeAt(later + 150) }, at(later + 150))
    expect(await signIn()).toMatchObject({ email: EMAIL })
  })

  it('cannot be read with another NEXTAUTH_SECRET: no code is taken, a new one has to be set up', async () => {
    const { sealText } = await import('@/lib/auth/seal')
    const sealed = sealText(secret, `staff:${olga.id}`, 'the secret of before')
    await database().staffFactor.create({ data: { staffId: olga.id, secret: sealed, createdAt: START, confirmedAt: START } })
    expect(await signIn(codeAt(later + 300), at(later + 300))).toBeNull()
    await database().staffFactor.delete({ where: { staffId: olga.id } })
  })
})

it('ends at once for somebody who no longer works here', async () => {
  await database().staffUser.update({ where: { id: olga.id }, data: { active: false } })
  expect(await signIn()).toBeNull()
  expect(await getActiveStaffOrNull(EMAIL)).toBeNull()
})
