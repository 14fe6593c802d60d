import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/lib/auth/actor'
import { database } from '@/lib/db/client'
import { inviteMember } from '@/lib/staff/invite-member'
import { listStaff } from '@/lib/staff/list-staff'
import { listStaffMails } from '@/lib/staff/list-staff-mails'
import { type ProviderServer, startProviderServer } from '@/tests/providers/provider-server'
import { RESEND } from '@/tests/providers/resend-server'
import { providerEnvironment } from '@/tests/providers/start-providers'
import { createUtility } from './factories'

const CLI: Actor = { kind: 'cli', name: 'root', source: 'cli' }
const NOW = new Date('2026-11-22T10:00:00Z')

let resend: ProviderServer

beforeAll(async () => {
  resend = await startProviderServer(RESEND)
  Object.assign(process.env, providerEnvironment({ resend: resend.url }), { PUBLIC_URL: 'https://preavviso.example.org' })
  await createUtility()
})

afterAll(() => resend.close())

it('goes out by the e-mail channel, and the address in it is kept nowhere here', async () => {
  const sent = await inviteMember(CLI, { email: 'olga@example.org', name: 'Olga', role: 'operator' }, NOW)
  expect(sent.isMailed).toBe(true)
  const [mail] = resend.provider.log.findByRecipient('olga@example.org')
  expect(mail?.text).toContain(sent.url)
  expect(sent.url).toMatch(/^https:\/\/preavviso\.example\.org\/it\/invitation\/[\w-]{43}$/)
  expect(mail?.fields).not.toHaveProperty('headers.List-Unsubscribe')
  expect(await database().staffMail.findMany()).toMatchObject([{ provider: 'resend', text: null, sentAt: NOW }])
  expect(await listStaffMails(CLI)).toEqual([])
  expect(resend.provider.log.summary()).toMatchObject({ accepted: 1, violations: 0 })
})

it('that the provider does not take is told to whoever asked for it', async () => {
  await resend.close()
  expect(await inviteMember(CLI, { email: 'nora@example.org', name: 'Nora', role: 'operator' }, NOW)).toMatchObject({ isMailed: false })
  const { invitations } = await listStaff(CLI, NOW)
  expect(invitations.map(({ email, isMailed }) => [email, isMailed])).toEqual([
    ['nora@example.org', false],
    ['olga@example.org', true],
  ])
})
