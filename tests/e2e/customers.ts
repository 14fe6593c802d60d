import { expect, type Page } from '@playwright/test'
import { askDatabase } from './demo-database'

/** A customer of the demo town who has a bill in hand, and one contact of theirs that is told. */
export interface DemoCustomer {
  accountId: number
  personId: number
  number: string
  meter: string
  subscriptionId: number
}

/** Customers with one confirmed telephone or mailbox that hears of their account; each of them somebody else. */
export async function findCustomers(count: number): Promise<DemoCustomer[]> {
  return askDatabase<DemoCustomer>(
    `SELECT DISTINCT ON (account.holder_id) account.id AS "accountId", account.holder_id AS "personId", account.number,
            account.meter_number AS meter, subscription.id AS "subscriptionId"
     FROM account JOIN subscription ON subscription.account_id = account.id
     JOIN contact ON contact.id = subscription.contact_id AND contact.person_id = account.holder_id AND contact.state = 'confirmed'
     WHERE account.active AND account.meter_number <> '' AND contact.channel IN ('sms', 'email') AND account.holder_id > 50
     ORDER BY account.holder_id, account.id LIMIT $1`,
    [count],
  )
}

/** Signs in with what stands on a bill. */
export async function signInWithBill(page: Page, { number, meter }: DemoCustomer): Promise<void> {
  await page.goto('/en/sign-in')
  await page.getByLabel('Account number').fill(number)
  await page.getByLabel('Meter number').fill(meter)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(/\/en\/account$/)
}

/** The six digits of the last letter to an end, as its owner reads them. */
export async function readCode(to: string): Promise<string> {
  const sql = `SELECT text FROM letter WHERE recipient = $1 AND kind IN ('confirm_contact', 'sign_in') ORDER BY id DESC LIMIT 1`
  await expect.poll(async () => (await askDatabase<{ text: string | null }>(sql, [to]))[0]?.text ?? null).not.toBeNull()
  const [letter] = await askDatabase<{ text: string }>(sql, [to])
  return /\b\d{6}\b/.exec(letter?.text ?? '')?.[0] ?? ''
}

/** The link of the last letter to an end, as a path. */
export async function readLink(to: string): Promise<string> {
  await readCode(to)
  const [letter] = await askDatabase<{ text: string }>('SELECT text FROM letter WHERE recipient = $1 ORDER BY id DESC LIMIT 1', [to])
  return new URL(/https?:\/\/\S+/.exec(letter?.text ?? '')?.[0] ?? '').pathname
}
