import { type Browser, expect, type Page, test } from '@playwright/test'
import { askDatabase } from './demo-database'
import { findBarriers } from './find-barriers'
import { comeAs } from './staff'

interface JustEnded {
  address: number
  reference: string
}

/** Has works of the demo end five minutes ago, and says where: as if they had been planned for this morning. */
async function endWorks(): Promise<JustEnded> {
  const [found] = await askDatabase<JustEnded>(`
    WITH clock AS (SELECT now() + coalesce((SELECT offset_ms FROM installation_clock WHERE id = 1), 0) * interval '1 millisecond' AS now),
    chosen AS (
      SELECT works.id, works.reference, works.version, min(service_point.address_id) AS address
      FROM works
      JOIN works_part ON works_part.works_id = works.id AND works_part.version = works.version
      JOIN affected_point ON affected_point.part_id = works_part.id
      JOIN service_point ON service_point.id = affected_point.service_point_id
      WHERE works.state = 'ended' AND service_point.address_id IS NOT NULL
      GROUP BY works.id ORDER BY works.id LIMIT 1
    ), moved AS (
      UPDATE works_window SET starts_at = clock.now - interval '2 hours', ends_at = clock.now - interval '5 minutes'
      FROM chosen, works_part, clock
      WHERE works_part.works_id = chosen.id AND works_part.version = chosen.version AND works_window.part_id = works_part.id
        AND works_window.id = (
          SELECT last.id FROM works_window last WHERE last.part_id = works_part.id ORDER BY last.starts_at DESC LIMIT 1
        )
      RETURNING works_window.id
    )
    SELECT address, reference FROM chosen WHERE EXISTS (SELECT FROM moved)`)
  if (!found) throw new Error('The demo has no works that have ended.')
  return found
}

const offer = (page: Page) => page.getByRole('region', { name: 'Still no supply?' })
const button = (page: Page) => offer(page).getByRole('button', { name: 'I still have no supply' })

async function comeFrom(browser: Browser, client: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, locale: 'en-GB', extraHTTPHeaders: { 'X-Forwarded-For': client } })
  return context.newPage()
}

test('after the end residents say with one press that they still have no supply, with and without scripts; staff see where', async ({
  browser,
  page,
  baseURL,
}) => {
  const { address, reference } = await endWorks()
  for (const [client, hasScripts] of [
    ['203.0.113.51', true],
    ['203.0.113.52', false],
  ] as const) {
    const resident = await comeFrom(browser, client, hasScripts)
    await expect(async () => {
      await resident.goto(`${baseURL}/en/addresses/${address}`)
      await expect(button(resident)).toBeVisible({ timeout: 1_000 })
    }).toPass()
    if (hasScripts) expect(await findBarriers(resident)).toEqual([])
    await button(resident).focus()
    await resident.keyboard.press('Enter')
    await expect(offer(resident).getByText('Thank you. We have counted it for this address.')).toBeVisible()
    await expect(button(resident)).toBeHidden()
    await resident.context().close()
  }
  await comeAs(page, 'operator@demo.example')
  await page.goto(`/en/operator/works/${reference}`)
  const card = page.getByRole('region', { name: 'Still no supply' })
  await expect(card.getByText('2 reports from 1 address')).toBeVisible()
  await expect(card.getByRole('listitem')).toHaveCount(1)
  expect(await findBarriers(page)).toEqual([])
  await card.getByRole('link').first().click()
  await expect(page.getByText('2 reports from this address in the last 24 hours')).toBeVisible()
})
