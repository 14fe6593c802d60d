import { expect, it } from 'vitest'
import { verifyStaff } from '@/lib/auth/verify-staff'
import { acceptInvitation } from '@/lib/staff/accept-invitation'
import { command } from './command'

const PASSWORD = 'vier Sätze über Wasser'

const staff = (...args: string[]) => command('staff', ...args)

it('makes the first administrator of an installation that has no utility yet, and looks after staff', async () => {
  const invited = await staff('invite', '--email', 'Ada@example.org', '--name', 'Ada', '--role', 'admin', '--json')
  expect(invited).toMatchObject({ status: 0, stderr: '' })
  const { url } = JSON.parse(invited.stdout)
  await acceptInvitation(url.split('/').at(-1), { password: PASSWORD }, 'x', new Date())
  expect(await verifyStaff({ email: 'ada@example.org', password: PASSWORD }, new Date())).toMatchObject({ role: 'admin' })

  const { members } = JSON.parse((await staff('list', '--json')).stdout)
  expect(members).toMatchObject([{ email: 'ada@example.org', role: 'admin', active: true, hasFactor: false }])
  expect((await staff('reset-totp', 'ada@example.org')).status).toBe(0)

  const last = await staff('deactivate', 'ada@example.org')
  expect(last).toMatchObject({ status: 1, stdout: '' })
  expect(last.stderr).toContain('last active administrator')
  expect(await staff('deactivate', 'nobody@example.org')).toMatchObject({ status: 2, stdout: '' })
  expect(await staff('invite', '--email', 'x', '--name', 'X', '--role', 'owner')).toMatchObject({ status: 2, stdout: '' })
}, 600_000)
