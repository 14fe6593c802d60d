import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { type DemoCustomer, findCustomers, forgetLetters, publishAt, readCode, readLink, signInWithBill } from './customers'
import { askDatabase } from './demo-database'
import { findBarriers } from './find-barriers'
import { collectErrors, comeAs } from './staff'

test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 390, height: 844 } })

const ENDS = ['+393475550101', 'ada.account@example.org', 'bob.account@example.org']

let ada: DemoCustomer
let bob: DemoCustomer

test.beforeAll(async () => {
  // Whoever is tried once more begins anew.
  await askDatabase('DELETE FROM contact WHERE value = ANY ($1)', [ENDS])
  await forgetLetters(ENDS)
  const [first, second] = await findCustomers(2)
  if (!first || !second) throw new Error('The demo town has no customers to try.')
  ada = first
  bob = second
})

/** Nothing sticks out on a telephone, and nothing keeps anybody out. */
async function expectNoBarriers(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
}

const stateOf = async (value: string) =>
  (await askDatabase<{ state: string }>(`SELECT state::text FROM contact WHERE value = $1 ORDER BY id LIMIT 1`, [value]))[0]?.state

test('a customer proves an account by meter number, adds and confirms a phone and a mail, and says what about', async ({ page }) => {
  const errors = collectErrors(page)
  await page.goto('/en/account')
  await expect(page).toHaveURL(/\/en\/sign-in\?callbackUrl/)
  await expectNoBarriers(page)
  await page.getByLabel('Account number').fill(ada.number)
  await page.getByLabel('Meter number').fill('AM0000001')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('Account number and meter number do not belong together.', { exact: false })).toBeVisible()
  await expect(page.getByLabel('Account number')).toHaveValue(ada.number)
  await page.getByLabel('Meter number').fill(ada.meter)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'My accounts' })).toBeVisible()
  await expect(page.getByText(`Account ${ada.number}`, { exact: false })).toBeVisible()
  await expectNoBarriers(page)

  await page.goto('/en/account/contacts')
  await expectNoBarriers(page)
  const add = page.getByRole('region', { name: 'Add a telephone or e-mail' })
  for (const [value, shown] of [
    ['+39 347 555 0101', 'SMS to ••• ••• 01 01'],
    ['ada.account@example.org', 'E-mail to a…@example.org'],
  ] as const) {
    await add.getByLabel('Mobile number or e-mail address').fill(value)
    await add.getByRole('button', { name: 'Add and send the code' }).click()
    const card = page.getByRole('listitem').filter({ hasText: shown })
    await expect(card.getByText('Not confirmed')).toBeVisible()
    await card.getByLabel('Code that was sent there').fill('12')
    await card.getByRole('button', { name: 'Confirm' }).click()
    await expect(card.getByRole('alert')).toBeVisible()
    const end = value.replace(/^\+.*/, (phone) => phone.replaceAll(' ', ''))
    await card.getByLabel('Code that was sent there').fill(await readCode(end))
    await card.getByRole('button', { name: 'Confirm' }).click()
    await expect(card.getByText('Confirmed', { exact: true })).toBeVisible()
    expect(await stateOf(end)).toBe('confirmed')
    await page.reload()
  }
  await expectNoBarriers(page)

  await page.goto(`/en/account/accounts/${ada.accountId}`)
  const told = page.getByRole('listitem').filter({ hasText: 'E-mail to a…@example.org' })
  await told.getByText(/^Change/).click()
  await expectNoBarriers(page)
  await told.getByLabel('A reminder on the day').uncheck()
  await told.getByLabel('Bills').check()
  await told.getByRole('button', { name: 'Save' }).click()
  await expect(told.getByText('Saved.')).toBeVisible()
  const [row] = await askDatabase<{ topics: string }>(
    `SELECT topics::text FROM subscription JOIN contact ON contact.id = contact_id WHERE value = 'ada.account@example.org' AND account_id = $1`,
    [ada.accountId],
  )
  expect(row?.topics).toBe('{planned_works,progress,bills}')
  await told.getByLabel('Pause').selectOption('For a week')
  await told.getByRole('button', { name: 'Pause' }).click()
  await expect(told.getByText(/^Paused until/)).toBeVisible()
  await told.getByRole('button', { name: 'Resume now' }).click()
  await expect(told.getByText(/^Paused until/)).toBeHidden()
  await told.getByRole('button', { name: 'Stop this' }).click()
  await expect(page.getByText('E-mail to a…@example.org')).toHaveCount(1)
  await expect(page.getByLabel('One of my contacts')).toBeVisible()
  expect(errors).toEqual([])
})

test('signs in by a code and by a link, on a page without scripts too', async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await forgetLetters(ENDS)
    await page.goto('/en/sign-in')
    await page.getByLabel('E-mail address or mobile number').fill('+39 347 555 0101')
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await expect(page.getByRole('heading', { name: 'Type the code' })).toBeVisible()
    await page.getByLabel('Code', { exact: true }).fill(await readCode('+393475550101'))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'My accounts' })).toBeVisible()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/en$/)
    await page.goto('/en/account')
    await expect(page).toHaveURL(/sign-in/)
    await forgetLetters(ENDS)
    await page.goto('/en/sign-in')
    await page.getByLabel('E-mail address or mobile number').fill('ada.account@example.org')
    await page.getByRole('button', { name: 'Send me a code' }).click()
    await expect(page.getByRole('heading', { name: 'Type the code' })).toBeVisible()
    await page.goto(await readLink('ada.account@example.org'))
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'My accounts' })).toBeVisible()
    await context.close()
  }
})

test('a stolen cookie is useless after signing out', async ({ page, browser }) => {
  await signInWithBill(page, ada)
  const thief = await browser.newContext()
  await thief.addCookies(await page.context().cookies())
  expect((await thief.request.get('/en/account', { maxRedirects: 0 })).status()).toBe(200)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/en$/)
  expect((await thief.request.get('/en/account', { maxRedirects: 0 })).status()).toBe(307)
  await thief.close()
})

/** Every page of a customer's own; `of` is whose account it names. */
const pagesOf = ({ accountId }: DemoCustomer) =>
  ['', `/accounts/${accountId}`, '/add', '/contacts', '/data'].map((path) => `/en/account${path}`)

test('every page and file is its owner’s: others find nothing, the public and staff are led to sign in', async ({ browser }) => {
  const [owner, other, staff, nobody] = await Promise.all([1, 2, 3, 4].map(() => browser.newContext()))
  if (!owner || !other || !staff || !nobody) throw new Error('no browsers')
  await signInWithBill(await owner.newPage(), ada)
  await signInWithBill(await other.newPage(), bob)
  await comeAs(await staff.newPage(), 'admin@demo.example')
  const answers = new Map<string, number[]>()
  for (const path of pagesOf(ada)) {
    const asked = await Promise.all([owner, other, staff, nobody].map((who) => who.request.get(path, { maxRedirects: 0 })))
    answers.set(
      path.replace(String(ada.accountId), 'ID'),
      asked.map((answer) => answer.status()),
    )
  }
  expect(Object.fromEntries(answers)).toEqual({
    '/en/account': [200, 200, 307, 307],
    '/en/account/accounts/ID': [200, 404, 307, 307],
    '/en/account/add': [200, 200, 307, 307],
    '/en/account/contacts': [200, 200, 307, 307],
    '/en/account/data': [200, 200, 307, 307],
  })
  const stranger = await other.newPage()
  const read = async (id: number) => {
    await stranger.goto(`/en/account/accounts/${id}`)
    return stranger.locator('main').textContent()
  }
  expect(await read(ada.accountId)).toBe(await read(2_147_483_647))

  const exported = await Promise.all([owner, other, staff, nobody].map((who) => who.request.post('/en/account/export')))
  expect(exported.map((answer) => answer.status())).toEqual([200, 200, 401, 401])
  expect(await exported[0]?.text()).toContain(ada.number)
  expect(await exported[1]?.text()).not.toContain(ada.number)
  expect((await owner.request.post('/en/account/export', { headers: { Origin: 'https://evil.example' } })).status()).toBe(403)

  for (const path of ['/en/operator', '/en/operator/settings/customers', '/en/outbox']) {
    const answer = await owner.request.get(path, { maxRedirects: 0 })
    expect([answer.status(), answer.headers().location]).toEqual([307, expect.stringContaining('/en/sign-in/staff')])
  }
  for (const context of [owner, other, staff, nobody]) await context.close()
})

const topicsOf = async (id: number) =>
  (await askDatabase<{ topics: string }>('SELECT topics::text FROM subscription WHERE id = $1', [id]))[0]?.topics

test('what belongs to another is not changed by naming it, nor one’s own by a page of another site', async ({ page }) => {
  await signInWithBill(page, bob)
  const open = async () => {
    await page.goto(`/en/account/accounts/${bob.accountId}`)
    const told = page
      .getByRole('listitem')
      .filter({ has: page.locator(`input[name=subscriptionId][value="${bob.subscriptionId}"]`) })
      .first()
    await told.getByText(/^Change/).click()
    await told.getByLabel('Bills').check()
    return told
  }
  const forget = () => askDatabase(`UPDATE subscription SET topics = DEFAULT WHERE id = $1`, [bob.subscriptionId])
  await forget()
  const before = [await topicsOf(ada.subscriptionId), await topicsOf(bob.subscriptionId)]
  let posted = 0
  const own = await open()
  await page.route('**/account/accounts/**', async (route) => {
    const body = route.request().postDataBuffer()?.toString('utf8')
    if (!body) return route.continue()
    posted += 1
    return route.continue({ postData: body.replaceAll(`\r\n\r\n${bob.subscriptionId}\r\n`, `\r\n\r\n${ada.subscriptionId}\r\n`) })
  })
  await own.getByRole('button', { name: 'Save' }).click()
  await expect(own.getByText('That is not told any more', { exact: false })).toBeVisible()
  expect(posted).toBe(1)
  await page.unroute('**/account/accounts/**')

  const again = await open()
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST'),
    again.getByRole('button', { name: 'Save' }).click(),
  ])
  await expect(again.getByText('Saved.')).toBeVisible()
  const { 'next-action': action = '', 'content-type': type = '', origin = '' } = await request.allHeaders()
  const replay = (from: string) =>
    page.context().request.post(request.url(), {
      headers: { 'Next-Action': action, 'Content-Type': type, Origin: from },
      data: request.postDataBuffer() ?? Buffer.alloc(0),
    })
  await forget()
  expect((await replay('https://evil.example')).status()).toBeGreaterThanOrEqual(400)
  expect([await topicsOf(ada.subscriptionId), await topicsOf(bob.subscriptionId)]).toEqual(before)
  expect((await replay(origin)).status()).toBe(200)
  expect(await topicsOf(bob.subscriptionId)).toContain('bills')
  await forget()
  expect([await topicsOf(ada.subscriptionId), await topicsOf(bob.subscriptionId)]).toEqual(before)
})

test('carries its data away, and is forgotten', async ({ page }) => {
  const errors = collectErrors(page)
  await signInWithBill(page, ada)
  await page.goto('/en/account/data')
  await expectNoBarriers(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download it shortened' }).click()
  const text = await readFile(await (await download).path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({ isWhole: false })
  expect(text).not.toContain('ada.account@example.org')
  await forgetLetters(ENDS)
  await page.getByLabel('Send a code to').selectOption('E-mail to a…@example.org')
  await page.getByRole('button', { name: 'Send the code' }).click()
  await page.getByLabel('Code that was sent there').fill(await readCode('ada.account@example.org'))
  const whole = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download it whole' }).click()
  expect(await readFile(await (await whole).path(), 'utf8')).toContain('ada.account@example.org')

  await page.getByRole('button', { name: 'Delete me now' }).click()
  await expect(page.getByText('Tick that you want to be forgotten.')).toBeVisible()
  await page.getByLabel('Yes, forget me').check()
  await page.getByRole('button', { name: 'Delete me now' }).click()
  await expect(page).toHaveURL(/\/en$/)
  expect(await stateOf('ada.account@example.org')).toBeUndefined()
  expect(await stateOf('+393475550101')).toBeUndefined()
  expect(errors).toEqual([])
})

test('hears of works that an operator publishes, and stops one address by the link in the mail', async ({ page, browser }) => {
  await signInWithBill(page, bob)
  await page.goto(`/en/account/accounts/${bob.accountId}`)
  const add = page.getByRole('region', { name: 'Add a telephone or e-mail' })
  await add.getByLabel('Mobile number or e-mail address').fill('bob.account@example.org')
  await add.getByRole('button', { name: 'Add and send the code' }).click()
  await expect(add.getByText('Added.', { exact: false })).toBeVisible()
  await page.goto(await readLink('bob.account@example.org'))
  await page.getByRole('main').getByRole('button').first().click()
  await expect.poll(() => stateOf('bob.account@example.org')).toBe('confirmed')

  const reference = await publishAt(bob.accountId)
  const arrived = () =>
    askDatabase<{ kind: string }>(
      `SELECT notice.kind::text AS kind FROM message JOIN notice ON notice.id = notice_id JOIN works ON works.id = works_id
       WHERE recipient = 'bob.account@example.org' AND reference = $1 AND message.state IN ('sent', 'delivered')`,
      [reference],
    )
  // How many stages are still to come depends on the hour: each comes once.
  await expect.poll(async () => (await arrived()).length, { timeout: 60_000 }).toBeGreaterThan(0)
  const kinds = (await arrived()).map(({ kind }) => kind)
  expect(new Set(kinds).size).toBe(kinds.length)
  await page.goto(`/en/account/accounts/${bob.accountId}`)
  await expect(page.getByRole('region', { name: 'What was sent' }).getByText('E-mail to b…@example.org').first()).toBeVisible()
  await expectNoBarriers(page)
  await page.goto('/en/account')
  await expect(page.getByText('Works planned').first()).toBeVisible()

  const staff = await browser.newPage()
  await comeAs(staff, 'admin@demo.example')
  await staff.goto(`/en/outbox?works=${reference}&channel=email`)
  const mail = staff.getByRole('listitem').filter({ hasText: 'bob.account@example.org' })
  const link = await mail.locator('a[href*="unsubscribe"]').first().getAttribute('href')
  await staff.close()
  const reader = await (await browser.newContext()).newPage()
  await reader.goto(link ?? '')
  await reader.getByRole('button', { name: 'Stop for this address', exact: false }).first().click()
  await expect(reader.getByText('stopped', { exact: true })).toBeVisible()
  await page.goto(`/en/account/accounts/${bob.accountId}`)
  const stopped = page.getByRole('region', { name: 'Who is told' }).getByRole('listitem').filter({ hasText: 'E-mail to b…@example.org' })
  await expect(stopped.getByText('Paused', { exact: true })).toBeVisible()
  await stopped.locator('summary').click()
  await expect(stopped.getByText('Paused until resumed')).toBeVisible()
  expect(await stateOf('bob.account@example.org')).toBe('confirmed')
})

for (const [locale, heading] of Object.entries({ it: 'I miei contratti', lt: 'Mano sutartys', uk: 'Мої рахунки' })) {
  test(`speaks ${locale}, on a telephone, without a barrier`, async ({ page }) => {
    await signInWithBill(page, bob)
    for (const path of pagesOf(bob)) {
      await page.goto(path.replace('/en/', `/${locale}/`))
      await expectNoBarriers(page)
    }
    await page.goto(`/${locale}/account`)
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await page.goto(`/${locale}/sign-in`)
    await expectNoBarriers(page)
  })
}
