import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { paths } from '@/app/api/v1/openapi.json/paths'
import { KEPT_FOLDERS } from '@/lib/http/page-cache/keepable-path'

/** Open to everyone, on purpose. Whoever adds a line here has thought about what it tells a stranger. */
const PUBLIC = new Set([
  'app/[locale]/(public)/page.tsx',
  'app/[locale]/(public)/addresses/[id]/page.tsx',
  'app/[locale]/(public)/works/page.tsx',
  'app/[locale]/(public)/works/[reference]/page.tsx',
  // Words only: what people ask, what is stored, what does not work for everyone, what stands where there is no connection.
  'app/[locale]/(public)/help/page.tsx',
  'app/[locale]/(public)/privacy/page.tsx',
  'app/[locale]/(public)/accessibility/page.tsx',
  'app/[locale]/(public)/offline/page.tsx',
  'app/[locale]/manifest.webmanifest/route.ts',
  // Nothing at all: what the framework alone costs.
  'app/(empty)/empty.html/page.tsx',
  'app/[locale]/(public)/sign-in/page.tsx',
  'app/[locale]/(public)/sign-in/staff/page.tsx',
  // What was sent to a telephone or mailbox is the proof.
  'app/[locale]/(public)/sign-in/code/page.tsx',
  'app/[locale]/(public)/sign-in/link/[token]/page.tsx',
  // The address in the mail is the proof: whoever has it got our invitation, or asked for a new password.
  'app/[locale]/(public)/invitation/[token]/page.tsx',
  'app/[locale]/(public)/sign-in/new-password/[token]/page.tsx',
  'app/[locale]/(public)/sign-in/forgotten/page.tsx',
  // Shares of all messages by day, and whether the service runs: nothing of works or people.
  'app/[locale]/(public)/status/page.tsx',
  // The token in the address is the proof: whoever has it got our e-mail.
  'app/[locale]/(public)/unsubscribe/[token]/page.tsx',
  'app/api/unsubscribe/[token]/route.ts',
  // Words only: the ways to stop.
  'app/[locale]/(public)/unsubscribe/page.tsx',
  // Addresses, which are public; that somebody enrols shows only to whoever has the code, the link or the id of their own form.
  'app/[locale]/(public)/enrol/page.tsx',
  'app/[locale]/(public)/enrol/code/page.tsx',
  'app/[locale]/(public)/enrol/done/[token]/page.tsx',
  'app/[locale]/(public)/enrol/renew/[token]/page.tsx',
  // The token in the address is the proof: whoever has it got our e-mail.
  'app/[locale]/(public)/confirm/[token]/page.tsx',
  'app/[locale]/(public)/confirm/done/page.tsx',
  'app/[locale]/[...rest]/page.tsx',
  // Says whether a notice reads so, whatever addresses of its works stand in the text: never who was told.
  'app/[locale]/(public)/message-check/page.tsx',
  'app/[locale]/(public)/widget/page.tsx',
  // The search again, in a frame on somebody else's page.
  'app/[locale]/(widget)/widget/frame/page.tsx',
  'app/api/docs/page.tsx',
  // What is published, as feeds; nothing of accounts, contacts and messages.
  'app/addresses/[id]/calendar.ics/route.ts',
  'app/feeds/addresses/[file]/route.ts',
  'app/feeds/works.atom/route.ts',
  // What is published, on a sheet for stairwells; its link is signed, because drawing it costs.
  'app/posters/[file]/route.ts',
  'app/feeds/works.geojson/route.ts',
  'app/feeds/cap.atom/route.ts',
  'app/feeds/cap/[file]/route.ts',
  'app/api/auth/[...nextauth]/route.ts',
  'app/api/health/route.ts',
  'app/api/health/live/route.ts',
  // Inngest signs its requests; the SDK's `serve` checks them.
  'app/api/inngest/route.ts',
  'app/api/v1/addresses/route.ts',
  'app/api/v1/addresses/[id]/outages/route.ts',
  'app/api/v1/openapi.json/route.ts',
  'app/api/v1/works/[reference]/route.ts',
])

/** Called by providers: each has to sign its requests, and proves it in webhookRoute before anything else happens. */
const SIGNED = /^app\/api\/webhooks\//
const CHECKS_SIGNATURE = /^export const POST = webhookRoute\(\{\n {2}isSigned: /m

/** What finds out who asks, for a use case to check. */
const RESOLVES_ACTOR =
  /\b(?:keyedRoute|staffRoute|requireStaff|currentStaff|currentMember|runAction|runMemberAction|customerRoute|requireCustomerPage|currentCustomer|runCustomerAction)\b[(<]/

/** Every source file below a folder, with slashes. */
function filesBelow(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true }).map((file) => `${folder}/${String(file).replaceAll('\\', '/')}`)
  return paths.filter((path) => /\.tsx?$/.test(path))
}

const files = filesBelow('app').filter((path) => /\/(?:page|route)\.tsx?$/.test(path))
const actions = ['app', 'components', 'lib'].flatMap(filesBelow).filter((path) => readFileSync(path, 'utf8').startsWith("'use server'"))

describe('every route', () => {
  it.each(files)('%s resolves who asks, or is public on purpose', (file) => {
    const proof = SIGNED.test(file) ? CHECKS_SIGNATURE : RESOLVES_ACTOR
    expect(PUBLIC.has(file) || proof.test(readFileSync(file, 'utf8'))).toBe(true)
  })

  it.each(files.filter((file) => SIGNED.test(file)))('%s exports nothing but what checks a signature', (file) => {
    expect(readFileSync(file, 'utf8').match(/^export /gm)).toHaveLength(1)
  })

  it.each([...PUBLIC])('%s on the public list exists', (file) => {
    expect(files).toContain(file)
  })
})

/** What makes a page another one for another reader. */
const KNOWS_ITS_READER = new RegExp(`${RESOLVES_ACTOR.source}|\\b(?:cookies|headers|currentSession|getServerSession|draftMode)\\(`)

describe('every page that is kept for everybody', () => {
  const folders = ['', ...KEPT_FOLDERS.map((folder) => `/${folder}`)].map((folder) => `app/[locale]/(public)${folder}`)
  const kept = files.filter((file) =>
    folders.some((folder) => file === `${folder}/page.tsx` || (folder !== folders[0] && file.startsWith(`${folder}/`))),
  )
  const layouts = ['app/[locale]/layout.tsx', ...filesBelow('app/[locale]/(public)').filter((file) => file.endsWith('/layout.tsx'))]

  it.each([...kept, ...layouts])('%s does not know who reads it', (file) => {
    expect(readFileSync(file, 'utf8')).not.toMatch(KNOWS_ITS_READER)
  })

  it('has its folder among those that are kept', () => {
    expect(kept.length).toBeGreaterThanOrEqual(KEPT_FOLDERS.length + 1)
  })
})

describe('every server action', () => {
  it.each(actions)('%s resolves who acts in each of its exports', (file) => {
    const source = readFileSync(file, 'utf8')
    const exported = source.match(/^export async function/gm) ?? []
    const resolved = source.match(new RegExp(RESOLVES_ACTOR, 'g')) ?? []
    expect(exported.length).toBeGreaterThan(0)
    expect(resolved.length).toBeGreaterThanOrEqual(exported.length)
  })
})

/** For browsers, providers and the engine, not for programs of others. */
const NOT_DESCRIBED = /^app\/api\/(?:auth|inngest|unsubscribe|webhooks)\//

describe('the description of the API', () => {
  const described = Object.entries(paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method} ${path}`))
  const routes = ['app/api', 'app/feeds', 'app/addresses']
    .flatMap(filesBelow)
    .filter((file) => file.endsWith('/route.ts') && !NOT_DESCRIBED.test(file))

  it('names every route that is not under a language, and no other', () => {
    const real = routes.flatMap((file) => {
      const path = `/${file.replace('app/', '').replace('/route.ts', '').replaceAll('[', '{').replaceAll(']', '}')}`
      const methods = readFileSync(file, 'utf8').matchAll(/^export (?:const|function|async function) (GET|POST|PUT|PATCH|DELETE)\b/gm)
      return [...methods].map(([, method]) => `${method?.toLowerCase()} ${path}`)
    })
    expect(real.length).toBeGreaterThan(15)
    expect(described.sort()).toEqual(real.sort())
  })

  it('names every part of a path', () => {
    const lacking = Object.entries(paths).flatMap(([path, operations]) =>
      Object.values(operations).flatMap(({ parameters }) =>
        [...path.matchAll(/\{(\w+)\}/g)]
          .filter(([, name]) => !parameters.some((one) => one.in === 'path' && one.name === name))
          .map(() => path),
      ),
    )
    expect(lacking).toEqual([])
  })
})
