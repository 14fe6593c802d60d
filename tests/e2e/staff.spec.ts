import { expect, type Page, test } from '@playwright/test'
import { TOTP } from 'otpauth'
import { findBarriers } from './find-barriers'
import { collectErrors, signIn } from './staff'

const EMAIL = 'nuova@demo.example'
const PASSWORD = 'tre barche nel porto'

/** Writes who must have a second factor: of all roles only this one, or none. */
async function requireFactor(page: Page, role: string | null): Promise<void> {
  await page.goto('/en/operator/settings/staff')
  for (const name of ['Operator', 'Approver', 'Call centre', 'Administrator'])
    await page.getByRole('checkbox', { name, exact: true }).setChecked(name === role)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
}

async function fillSignIn(page: Page): Promise<void> {
  await page.getByLabel('E-mail').fill(EMAIL)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('somebody is invited, sets a second factor up, signs in with it, and is signed out by an administrator', async ({ page, browser }) => {
  const errors = collectErrors(page)
  await signIn(page, 'admin@demo.example')
  await requireFactor(page, 'Call centre')
  await page.getByLabel('Name').fill('Nuova Persona')
  await page.getByLabel('E-mail').fill(EMAIL)
  await page.getByLabel('Role').selectOption('call_centre')
  await page.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByText('The invitation is on its way')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Invitations' }).getByText(EMAIL)).toBeVisible()
  expect(await findBarriers(page)).toEqual([])

  await page.goto('/en/outbox')
  const link = page.getByRole('link', { name: /\/en\/invitation\// }).first()
  const address = (await link.getAttribute('href')) ?? ''

  const context = await browser.newContext({ locale: 'en-GB' })
  const invited = await context.newPage()
  const invitedErrors = collectErrors(invited)
  const answer = await invited.goto(address)
  expect(answer?.headers()['referrer-policy']).toBe('no-referrer')
  await expect(invited.getByRole('heading', { name: 'Welcome, Nuova Persona' })).toBeVisible()
  await invited.getByLabel('New password').fill('nuova nuova')
  await invited.getByLabel('The same once more').fill('nuova nuova')
  await invited.getByRole('button', { name: 'Set the password' }).click()
  await expect(invited.getByText('at least 12', { exact: false }).last()).toBeVisible()
  expect(await findBarriers(invited)).toEqual([])
  await invited.getByLabel('New password').fill(PASSWORD)
  await invited.getByLabel('The same once more').fill(PASSWORD)
  await invited.getByRole('button', { name: 'Set the password' }).click()
  await expect(invited.getByText('The password is set. Sign in with it now.')).toBeVisible()
  await invited.goto(address)
  await expect(invited.getByRole('heading', { name: 'This address opens nothing' })).toBeVisible()

  await invited.goto('/en/sign-in/staff')
  await fillSignIn(invited)
  await expect(invited.getByText('Your role needs a second factor.', { exact: false })).toBeVisible()
  await invited.goto('/en/operator')
  await expect(invited).toHaveURL(/\/en\/sign-in\/second-factor/)
  await invited.getByRole('button', { name: 'Set up' }).click()
  await expect(invited.getByRole('img', { name: /QR code/ })).toBeVisible()
  expect(await findBarriers(invited)).toEqual([])
  const secret = ((await invited.locator('code').textContent()) ?? '').replace(/\s/g, '')
  const totp = new TOTP({ secret })
  await invited.getByLabel('The code that it shows now').fill(totp.generate())
  await invited.getByRole('button', { name: 'Confirm' }).click()
  await expect(invited.getByRole('listitem').filter({ hasText: /^[0-9a-z]{4}(-[0-9a-z]{4}){3}$/ })).toHaveCount(10)
  await invited.getByRole('button', { name: 'I have kept them' }).click()
  await expect(invited).toHaveURL(/\/en\/operator/)

  await invited.getByRole('button', { name: 'Sign out' }).click()
  await expect(invited).toHaveURL(/\/en$/)
  await invited.goto('/en/sign-in/staff')
  await fillSignIn(invited)
  await expect(invited.getByText('If your account has a second factor', { exact: false })).toBeVisible()
  await invited.getByLabel('Code of the second factor').fill(totp.generate({ timestamp: Date.now() + 30_000 }))
  await invited.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(invited).toHaveURL(/\/en\/operator/)
  await invited.goto('/en/operator/account')
  await expect(invited.getByText('10 recovery codes are left.')).toBeVisible()
  await expect(invited.getByText('This sign-in')).toBeVisible()
  expect(await findBarriers(invited)).toEqual([])

  await page.goto('/en/operator/settings/staff')
  await page.getByRole('link', { name: 'Nuova Persona' }).click()
  await page.getByRole('button', { name: 'Sign out…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click()
  await expect(page.getByText('Nowhere at the moment.')).toBeVisible()
  await invited.getByRole('link', { name: 'Works', exact: true }).click()
  await expect(invited).toHaveURL(/\/en\/sign-in\/staff\?callbackUrl/)

  await requireFactor(page, null)
  expect(errors).toEqual([])
  // A wrong password is answered by 401, which the browser reports.
  expect(invitedErrors.filter((error) => !error.includes('401'))).toEqual([])
  await context.close()
})

test('whoever asks for a new password hears the same, known or not', async ({ page }) => {
  for (const email of ['operator@demo.example', 'stranger@demo.example']) {
    await page.goto('/en/sign-in/forgotten')
    await page.getByLabel('E-mail').fill(email)
    await page.getByRole('button', { name: 'Send the address' }).click()
    await expect(page.getByText('If there is an active account with this e-mail', { exact: false })).toBeVisible()
  }
})

test('staff who are no administrators see no accounts, and no invitation in the outbox', async ({ page }) => {
  await signIn(page, 'operator@demo.example')
  await page.goto('/en/operator/settings/staff')
  await expect(page.getByText('Only administrators manage staff.')).toBeVisible()
  await page.goto('/en/outbox')
  await expect(page.getByRole('heading', { name: 'Outbox' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Mails to staff' })).toHaveCount(0)
})
