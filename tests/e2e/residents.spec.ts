import { expect, test } from '@playwright/test'
import { findBarriers } from './find-barriers'
import { signIn } from './staff'

test('an address that does not exist is said to be unknown, and hostile text is only text', async ({ page }) => {
  for (const text of ['Via Che Non Esiste 99999', '<script>alert(1)</script>', "'; DROP TABLE address; --", 'x'.repeat(3_000)]) {
    await page.goto(`/en?q=${encodeURIComponent(text)}`)
    await expect(page.getByText(/We did not find|Which address is yours/)).toBeVisible()
  }
})

test('staff pages are without barriers, and closed to everyone else', async ({ page }) => {
  await page.goto('/en/operator')
  await expect(page).toHaveURL(/sign-in/)
  await signIn(page, 'operator@demo.example')
  const works = ['W-2026-0001', 'W-2026-0005', 'W-2026-0007'].map((reference) => `/en/operator/works/${reference}`)
  for (const address of ['/en/operator', '/en/operator/works/new', ...works, `${works[0]}/evidence`, '/en/outbox']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await findBarriers(page), address).toEqual([])
  }
  await page.goto('/en/operator/settings/notice-plan')
  await expect(page.getByText('Only an administrator may change the notice plan.')).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
})

test('no cookie is set before anyone signs in', async ({ page, context }) => {
  await page.goto('/en')
  await page.goto('/en/addresses/1')
  expect(await context.cookies()).toEqual([])
})

test('whoever cuts an address short is led to what is above', async ({ request }) => {
  for (const [short, above] of [
    ['/uk/addresses', '/uk'],
    ['/it/account/accounts', '/it/account'],
    ['/en/operator/works', '/en/operator'],
    ['/lt/operator/settings', '/lt/operator/settings/utility'],
  ]) {
    const answer = await request.get(short ?? '', { maxRedirects: 0 })
    expect([answer.status(), new URL(answer.headers().location ?? '', 'http://localhost').pathname], short).toEqual([307, above])
  }
})
