import { expect, type Page, test } from '@playwright/test'
import { findCustomers, signInWithBill } from './customers'
import { askDatabase } from './demo-database'
import { findBarriers } from './find-barriers'
import { collectErrors, comeAs } from './staff'

test.describe.configure({ mode: 'serial' })
test.use({ viewport: { width: 390, height: 844 } })

interface Flat {
  address: number
  label: string
  reference: string
}

/** An address behind a shared meter that coming works hit, of which the next stage has yet to be told. */
async function findFlat(): Promise<Flat> {
  const [flat] = await askDatabase<Flat>(`
    SELECT address.id AS address, street.label || ' ' || address.number AS label, works.reference
    FROM works
    JOIN notice ON notice.works_id = works.id AND notice.version = works.version AND notice.state = 'planned' AND notice.kind IN ('advance', 'day_before')
    JOIN works_part ON works_part.works_id = works.id AND works_part.version = works.version
    JOIN affected_point ON affected_point.part_id = works_part.id
    JOIN service_point ON service_point.id = affected_point.service_point_id AND service_point.kind = 'shared'
    JOIN address ON address.id = service_point.address_id AND address.suffix = ''
    JOIN street ON street.id = address.street_id
    WHERE works.state = 'published'
    ORDER BY notice.due_at, address.id LIMIT 1`)
  if (!flat) throw new Error('The demo has no coming works that hit a shared meter.')
  return flat
}

/** Nothing sticks out on a telephone, and nothing keeps anybody out. */
async function expectNoBarriers(page: Page): Promise<void> {
  expect(await findBarriers(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
}

/** The code in the newest letter to somebody, as staff see it in the demo's outbox. */
async function readOutboxCode(page: Page, to: string): Promise<string> {
  let text = ''
  await expect(async () => {
    await page.goto('/en/outbox')
    text = (await page.locator('[data-letter="confirm_contact"]').filter({ hasText: to }).first().textContent()) ?? ''
  }).toPass({ timeout: 20_000 })
  return /^\d{6}$/m.exec(text)?.[0] ?? ''
}

let flat: Flat
const END = `flat.${Date.now()}@example.org`

test('a flat behind a shared meter is told by message in three steps, without a contract', async ({ page, browser }) => {
  const errors = collectErrors(page)
  flat = await findFlat()
  await page.goto('/en/enrol')
  await expectNoBarriers(page)
  await page.getByLabel('Street and house number').fill(flat.label)
  await page.getByRole('button', { name: 'Find address' }).click()
  await page.getByRole('link', { name: flat.label }).first().or(page.getByLabel('Mobile number or e-mail address')).first().waitFor()
  await page.goto(`/en/addresses/${flat.address}`)
  const begun = Date.now()
  await page.getByRole('link', { name: 'Tell me by message' }).click()
  await expectNoBarriers(page)
  await page.getByLabel('Mobile number or e-mail address').fill('0131 000 000')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Send me the code' }).click()
  await expect(page.getByText('This is a landline', { exact: false })).toBeVisible()
  await expect(page.getByLabel('Mobile number or e-mail address')).toHaveValue('0131 000 000')
  await expect(page.getByRole('checkbox')).toBeChecked()
  await expectNoBarriers(page)
  await page.getByLabel('Mobile number or e-mail address').fill(END)
  await page.getByRole('button', { name: 'Send me the code' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Type the code' })).toBeVisible()
  await expectNoBarriers(page)

  const staff = await (await browser.newContext()).newPage()
  await comeAs(staff, 'operator@demo.example')
  const code = await readOutboxCode(staff, END)
  await staff.context().close()
  await page.getByLabel('Code', { exact: true }).fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('This code is not right.', { exact: false })).toBeVisible()
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Done: we will tell you' })).toBeVisible()
  expect(Date.now() - begun).toBeLessThan(60_000)
  await expectNoBarriers(page)
  const [contact] = await askDatabase(
    `SELECT contact.state::text, subscription.role::text, subscription.address_id AS address
     FROM contact JOIN subscription ON subscription.contact_id = contact.id WHERE value = $1`,
    [END],
  )
  expect(contact).toEqual({ state: 'confirmed', role: 'resident', address: flat.address })
  expect(errors).toEqual([])
})

test('the same works without any script, and by the link in the mail', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const to = `plain.${Date.now()}@example.org`
  await page.goto(`/en/enrol?address=${flat.address}`)
  await page.getByLabel('Mobile number or e-mail address').fill(to)
  await page.getByLabel('Language of the messages').selectOption('uk')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Send me the code' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Type the code' })).toBeVisible()
  const sql = `SELECT text, language FROM letter WHERE recipient = $1 AND text IS NOT NULL`
  await expect.poll(async () => (await askDatabase(sql, [to])).length).toBe(1)
  const [letter] = await askDatabase<{ text: string; language: string }>(sql, [to])
  expect(letter?.language).toBe('uk')
  await page.goto(new URL(/https?:\/\/\S+/.exec(letter?.text ?? '')?.[0] ?? '').pathname)
  expect(await page.locator('html').getAttribute('lang')).toBe('uk')
  await page.getByRole('button', { name: 'Так, сповіщайте сюди' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Готово: ми вас сповістимо' })).toBeVisible()
  await page.goBack()
  await page.reload()
  await expect(page.getByText('Це посилання вже не діє')).toBeVisible()
  await context.close()
})

test('works reach the flat by mail, whose link stops that address alone', async ({ page }) => {
  test.setTimeout(300_000)
  await comeAs(page, 'operator@demo.example')
  const told = () =>
    askDatabase(`SELECT FROM message JOIN contact ON contact.id = message.contact_id WHERE value = $1 AND message.state = 'delivered'`, [
      END,
    ])
  for (let press = 0; press < 15 && (await told()).length === 0; press++) {
    await page.goto('/en/outbox')
    await page.getByRole('button', { name: 'To the next notice' }).click()
    await expect(page.getByText('What fell due on the way has been sent.')).toBeVisible({ timeout: 60_000 })
  }
  await page.goto(`/en/outbox?channel=email&works=${flat.reference}`)
  const stop = page.getByRole('listitem').filter({ hasText: END }).getByRole('link', { name: 'Stop these e-mails' })
  while ((await stop.count()) === 0) await page.getByRole('link', { name: 'Older messages' }).click()
  const link = await stop.first().getAttribute('href')
  await page.context().clearCookies()
  await page.goto(new URL(link ?? '').pathname)
  const address = page.getByRole('listitem').filter({ hasText: flat.label })
  await expectNoBarriers(page)
  await address.getByRole('button', { name: 'Stop for this address' }).click()
  await expect(address.getByText('stopped')).toBeVisible()
  await expectNoBarriers(page)
  const followed = () => askDatabase(`SELECT FROM subscription JOIN contact ON contact.id = contact_id WHERE value = $1`, [END])
  expect(await followed()).toHaveLength(0)
  await address.getByRole('button', { name: 'Send again' }).click()
  await expect(address.getByText('stopped')).toBeHidden()
  expect(await followed()).toHaveLength(1)
  await address.getByRole('button', { name: 'Stop for this address' }).click()
  await expect(address.getByText('stopped')).toBeVisible()
  const [contact] = await askDatabase('SELECT state::text FROM contact WHERE value = $1', [END])
  expect(contact).toEqual({ state: 'confirmed' })
})

test('the clock goes back to real time', async ({ page }) => {
  await comeAs(page, 'operator@demo.example')
  await page.goto('/en/outbox')
  await page.getByRole('button', { name: 'Back to real time' }).click()
  await expect(page.getByText('The clock shows real time again', { exact: false })).toBeVisible()
})

test('a building manager uploads 40 addresses, and sees a count of flats once staff granted it', async ({ page, browser }) => {
  const errors = collectErrors(page)
  const [customer] = (await findCustomers(9)).slice(-1)
  if (!customer) throw new Error('The demo town has no customers to try.')
  const buildings = await askDatabase<{ street: string; number: number; suffix: string; town: string }>(`
    SELECT DISTINCT street.label AS street, address.number, address.suffix, municipality.name AS town
    FROM address JOIN street ON street.id = address.street_id JOIN municipality ON municipality.id = street.municipality_id
    JOIN service_point ON service_point.address_id = address.id AND service_point.kind = 'shared' AND service_point.units > 3
    ORDER BY 1, 2, 3 LIMIT 40`)
  expect(buildings).toHaveLength(40)
  const lines = buildings.map(({ street, number, suffix, town }) => [street, number, suffix, town].join(';'))
  const csv = ['street;number;suffix;town', ...lines, `${buildings[0]?.street};99999;;${buildings[0]?.town}`].join('\n')

  await signInWithBill(page, customer)
  await page.goto('/en/account/buildings')
  await expectNoBarriers(page)
  await page.getByLabel('Name of the management').fill('Amministrazioni Rossi')
  await page.getByRole('button', { name: 'Register as a building manager' }).click()
  await expect(page.getByText('requested', { exact: true })).toBeVisible()
  await page.getByLabel('Or a CSV file').setInputFiles({ name: 'buildings.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: 'Check the list' }).click()
  await expect(page.getByText('Addresses found: 40')).toBeVisible()
  await expect(page.getByText('Lines left out: 1')).toBeVisible()
  await expect(page.getByText('Line 42:', { exact: false })).toBeVisible()
  await expectNoBarriers(page)
  await page.getByRole('button', { name: 'Add these addresses: 40' }).click()
  await expect(page.getByText('Done. New addresses: 40')).toBeVisible()
  await expect(page.getByRole('heading', { name: '40 buildings' })).toBeVisible()
  await expect(page.getByText(/nobody is told yet/)).toHaveCount(0)

  const staff = await (await browser.newContext()).newPage()
  await comeAs(staff, 'operator@demo.example')
  await staff.goto('/en/operator/managers')
  await staff.getByRole('button', { name: 'Grant: Amministrazioni Rossi' }).click()
  await expect(staff.getByText('granted', { exact: true })).toBeVisible()
  expect(await findBarriers(staff)).toEqual([])
  await staff.context().close()
  await page.reload()
  await expect(page.getByText(/^In \d+ of \d+ flats nobody is told yet$/)).toHaveCount(40)
  await expectNoBarriers(page)
  await page
    .getByRole('button', { name: `Remove ${buildings[0]?.street} ${buildings[0]?.number}`, exact: false })
    .first()
    .click()
  await expect(page.getByRole('heading', { name: '39 buildings' })).toBeVisible()
  expect(errors).toEqual([])
})

test('the pages speak four languages', async ({ page }) => {
  for (const [locale, title, stop] of [
    ['it', 'Avvisi per messaggio', 'Fermare o cambiare i messaggi'],
    ['lt', 'Pranešimai žinute', 'Sustabdyti arba keisti žinutes'],
    ['uk', 'Сповіщення повідомленням', 'Зупинити або змінити повідомлення'],
    ['en', 'Be told by message', 'Stop or change messages'],
  ] as const) {
    await page.goto(`/${locale}/enrol?address=${flat.address}`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expectNoBarriers(page)
    await page.goto(`/${locale}/unsubscribe`)
    await expect(page.getByRole('heading', { level: 1, name: stop })).toBeVisible()
    await expectNoBarriers(page)
  }
})
