import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { askDatabase } from './demo-database'
import { inDays } from './planning'

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

/** The last letter with a code, as its owner reads it once it has come. */
async function readLetter(to: string): Promise<string> {
  const sql = `SELECT text FROM letter WHERE recipient = $1 AND kind IN ('confirm_contact', 'sign_in') ORDER BY id DESC LIMIT 1`
  const look = async () => (await askDatabase<{ text: string | null }>(sql, [to]))[0]?.text ?? ''
  await expect.poll(look).not.toBe('')
  return look()
}

/** The six digits that were sent to an end. */
export async function readCode(to: string): Promise<string> {
  return /\b\d{6}\b/.exec(await readLetter(to))?.[0] ?? ''
}

/** The link beside them, as a path. */
export async function readLink(to: string): Promise<string> {
  return new URL(/https?:\/\/\S+/.exec(await readLetter(to))?.[0] ?? '').pathname
}

/** Throws away what was sent to ends, so that the next letter is the one that is read; and what limits how many are sent. */
export async function forgetLetters(ends: readonly string[]): Promise<void> {
  await askDatabase('DELETE FROM letter WHERE recipient = ANY ($1)', [ends])
  await askDatabase('DELETE FROM contact_proof WHERE value = ANY ($1)', [ends])
}

/** Publishes works for tomorrow around an account's house, by the command line, and has people told at once. Gives back their reference. */
export async function publishAt(accountId: number): Promise<string> {
  const data = process.env.PREAVVISO_E2E_DATA ?? ''
  const [place] = await askDatabase<{ area: string; service: string }>(
    `SELECT ST_AsGeoJSON(ST_Expand(service_point.geom, 0.00003)) AS area, service_point.service::text AS service
     FROM account JOIN service_point ON service_point.id = account.service_point_id WHERE account.id = $1`,
    [accountId],
  )
  const file = path.join(data, 'account-area.geojson')
  writeFileSync(file, place?.area ?? '')
  const url = `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(path.join(data, 'socket'))}`
  const run = (...given: string[]): { reference: string } => {
    const cwd = path.resolve(import.meta.dirname, '..', '..')
    const text = execFileSync('node', ['bin/preavviso.mjs', ...given, '--json'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: url, PREAVVISO_DATA_DIR: data },
    })
    return JSON.parse(text)
  }
  const window = `${inDays(1, '13:00')}/${inDays(1, '15:00')}`
  const what = ['--service', place?.service ?? '', '--title', 'Works at one house', '--area', file, '--window', window]
  const { reference } = run('works', 'create', ...what)
  run('works', 'publish', reference, '--short-notice-reason', 'A test')
  // Its last stage falls due tomorrow: nobody waits for that here.
  await askDatabase(
    `UPDATE notice SET due_at = date_trunc('milliseconds', now()) FROM works WHERE works.id = works_id AND reference = $1 AND notice.state = 'planned'`,
    [reference],
  )
  return reference
}
