import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { verifyStaff } from '@/lib/auth/verify-staff'
import { acceptInvitation } from '@/lib/staff/accept-invitation'

const run = promisify(execFile)
const MAIN = path.resolve('bin/cli/main.ts')
const PASSWORD = 'vier Sätze über Wasser'

/** Runs a command as `npm run -s preavviso --` does, on this test's database. */
async function command(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  try {
    const env = { ...process.env, PREAVVISO_SEED: 'none' }
    const { stdout, stderr } = await run(process.execPath, ['--import', 'tsx', MAIN, 'staff', ...args], { env })
    return { status: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { status: code, stdout, stderr }
  }
}

it('makes the first administrator of an installation that has no utility yet, and looks after staff', async () => {
  const invited = await command('invite', '--email', 'Ada@example.org', '--name', 'Ada', '--role', 'admin', '--json')
  expect(invited).toMatchObject({ status: 0, stderr: '' })
  const { url } = JSON.parse(invited.stdout)
  await acceptInvitation(url.split('/').at(-1), { password: PASSWORD }, 'x', new Date())
  expect(await verifyStaff({ email: 'ada@example.org', password: PASSWORD }, new Date())).toMatchObject({ role: 'admin' })

  const { members } = JSON.parse((await command('list', '--json')).stdout)
  expect(members).toMatchObject([{ email: 'ada@example.org', role: 'admin', active: true, hasFactor: false }])
  expect((await command('reset-totp', 'ada@example.org')).status).toBe(0)

  const last = await command('deactivate', 'ada@example.org')
  expect(last).toMatchObject({ status: 1, stdout: '' })
  expect(last.stderr).toContain('last active administrator')
  expect(await command('deactivate', 'nobody@example.org')).toMatchObject({ status: 2, stdout: '' })
  expect(await command('invite', '--email', 'x', '--name', 'X', '--role', 'owner')).toMatchObject({ status: 2, stdout: '' })
}, 600_000)
