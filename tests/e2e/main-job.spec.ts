import { expect, type Page, test } from '@playwright/test'
import { askDatabase, findTrialPlace, type TrialPlace } from './demo-database'
import { addArea, phonePriority } from './planning'
import { collectErrors, signIn } from './staff'

/** A week from now, on the utility's clocks, as the browser's field wants it. */
function inAWeek(time: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(new Date(Date.now() + 8 * 86_400_000))
  return `${day}T${time}`
}

async function draft(page: Page, place: TrialPlace, title: string): Promise<string> {
  await page.goto('/en/operator/works/new')
  await page.getByLabel('What is interrupted').selectOption('water')
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Reason').fill('Renewal of the main')
  await page.getByLabel('Supply is cut').fill(inAWeek('09:00'))
  await page.getByLabel('Supply is back').fill(inAWeek('12:30'))
  await addArea(page, place.area)
  const check = page.getByRole('complementary', { name: 'Check' })
  await expect(check.getByText(/\d+ service points?, \d+ dwellings?/)).toBeVisible()
  await expect(check.getByText(/^Saved \d\d:\d\d/)).toBeVisible()
  await expect(page).toHaveURL(/\/operator\/works\/W-[\d-]+\/edit$/)
  return page.url().split('/').at(-2) ?? ''
}

async function publish(page: Page): Promise<void> {
  await phonePriority(page)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Publish…' })).toBeHidden()
}

async function lookUp(page: Page, address: string): Promise<void> {
  await page.goto('/en')
  await page.getByRole('combobox', { name: 'Your address' }).or(page.getByLabel('Your address')).first().fill(address)
  await page.getByRole('button', { name: 'Look up' }).click()
  await expect(page).toHaveURL(/\/addresses\/\d+/)
}

/** Presses "to the next notice" until these works have told somebody of `kind`. */
async function playUntilTold(page: Page, reference: string, kind: string): Promise<void> {
  for (let press = 0; press < 15; press++) {
    await page.goto(`/en/outbox?works=${reference}`)
    if ((await page.getByText(kind).count()) > 0) return
    await page.getByRole('button', { name: 'To the next notice' }).click()
    await expect(page.getByText('What fell due on the way has been sent.')).toBeVisible({ timeout: 60_000 })
  }
  throw new Error(`${kind} was never told`)
}

interface Told {
  kind: string
  contact: number
}

function findTold(reference: string): Promise<Told[]> {
  return askDatabase<Told>(
    `SELECT notice.kind::text AS kind, message.contact_id AS contact FROM message
     JOIN notice ON notice.id = message.notice_id JOIN works ON works.id = notice.works_id
     WHERE works.reference = $1 AND message.state = 'delivered'`,
    [reference],
  )
}

test.describe.configure({ mode: 'serial' })

test('works become messages in time, and a cancellation reaches exactly those who had heard', async ({ page }) => {
  const errors = collectErrors(page)
  const place = await findTrialPlace()
  expect(place.streets).toBeGreaterThanOrEqual(10)

  await signIn(page, 'operator@demo.example')
  const reference = await draft(page, place, 'New main in ten streets')
  await lookUp(page, place.inside)
  await expect(page.getByRole('heading', { name: 'Nothing is planned here' })).toBeVisible()

  await page.goto(`/en/operator/works/${reference}`)
  await publish(page)

  await lookUp(page, place.inside)
  await expect(page.getByRole('heading', { name: 'An interruption is planned here' })).toBeVisible()
  await expect(page.getByText('Renewal of the main')).toBeVisible()
  await expect(page.getByText(/09:00\s*[–-]\s*12:30/).first()).toBeVisible()
  await lookUp(page, place.outside)
  await expect(page.getByRole('heading', { name: 'Nothing is planned here' })).toBeVisible()

  await playUntilTold(page, reference, 'Advance notice')
  const heard = await findTold(reference)
  const expected = await askDatabase<{ contact: number }>(
    `SELECT DISTINCT contact.id AS contact FROM works JOIN works_part part ON part.works_id = works.id
     JOIN affected_point point ON point.part_id = part.id
     JOIN service_point ON service_point.id = point.service_point_id
     JOIN subscription ON subscription.service_point_id = service_point.id OR subscription.address_id = service_point.address_id
     LEFT JOIN account ON account.id = subscription.account_id
     JOIN contact ON contact.id = subscription.contact_id AND contact.state = 'confirmed'
     WHERE works.reference = $1 AND account.active IS NOT FALSE
     UNION SELECT contact_id FROM subscription WHERE role = 'call_centre'`,
    [reference],
  )
  expect(heard.map(({ contact }) => contact).sort()).toEqual(expected.map(({ contact }) => contact).sort())
  expect(new Set(heard.map(({ contact }) => contact)).size).toBe(heard.length)

  await page.goto(`/en/operator/works/${reference}`)
  await page.getByRole('button', { name: 'Cancel these works…' }).click()
  await page.getByRole('dialog').getByLabel('Why').fill('The pipe holds')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the works' }).click()
  await expect(page.getByRole('button', { name: 'Cancel these works…' })).toBeHidden()
  await expect(async () => {
    const told = await findTold(reference)
    const cancelled = told.filter(({ kind }) => kind === 'cancelled').map(({ contact }) => contact)
    expect(cancelled.sort()).toEqual(heard.map(({ contact }) => contact).sort())
    expect(told).toHaveLength(2 * heard.length)
  }).toPass({ timeout: 60_000 })
  expect(errors).toEqual([])
})

test('the clock goes back to real time', async ({ page }) => {
  await signIn(page, 'operator@demo.example')
  await page.goto('/en/outbox')
  await page.getByRole('button', { name: 'Back to real time' }).click()
  await expect(page.getByText('The clock shows real time again', { exact: false })).toBeVisible()
})
