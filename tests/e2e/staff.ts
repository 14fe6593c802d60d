import { expect, type Page } from '@playwright/test'

/** Signs in as one of the demo's staff. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/en/sign-in/staff')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('preavviso-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/en\/operator/)
}

/** Whatever the page reports as an error fails the test, when it is asked at the end. */
export function collectErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  return errors
}

type Cookies = Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>
const signedIn = new Map<string, Cookies>()

/** Comes as somebody who signed in before, in this file of tests: sign-ins are counted, and too many of them are refused. */
export async function comeAs(page: Page, email: string): Promise<void> {
  const cookies = signedIn.get(email)
  if (cookies) {
    await page.context().addCookies(cookies)
    await page.goto('/en/operator')
    return
  }
  await signIn(page, email)
  signedIn.set(email, await page.context().cookies())
}
