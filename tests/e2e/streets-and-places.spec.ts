import { expect, type Locator, type Page, test } from '@playwright/test'
import { askDatabase } from './demo-database'
import { comeAs } from './staff'

async function openEditor(page: Page): Promise<{ root: Locator; summary: Locator }> {
  await comeAs(page, 'operator@demo.example')
  await page.goto('/en/operator/works/new')
  return { root: page.locator('main'), summary: page.getByRole('region', { name: 'Chosen so far' }) }
}

test('streets are listed, chosen and mended, with the exceptions of places', async ({ page }) => {
  const { summary, root } = await openEditor(page)
  const streets = await askDatabase<{ label: string }>(
    `SELECT street.label FROM street JOIN address ON address.street_id = street.id GROUP BY street.id
     HAVING count(*) > 8 AND street.label ~ '^Via [A-Z][a-z]{6,}$' ORDER BY street.label LIMIT 2`,
  )
  const [first = '', second = ''] = streets.map(({ label }) => label)
  const wrong = `${second.slice(0, -1)}${second.slice(-2)}`
  await page.getByRole('tab', { name: 'Streets' }).click()
  await root.getByRole('textbox', { name: 'Streets', exact: true }).fill(`${first} 1-9 dispari\nvia Nessunluogo 3; ${wrong}`)
  await expect(root.getByText('1 of 3 pieces settled')).toBeVisible()
  await expect(root.getByText('via Nessunluogo', { exact: false }).last()).toBeVisible()
  const mend = root.getByRole('button', { name: second, exact: false })
  const choose = root.getByLabel(`Which one is “${wrong}”?`)
  await expect(mend.or(choose).first()).toBeVisible()
  if (await choose.isVisible()) await choose.selectOption({ index: 1 })
  else await mend.first().click()
  await expect(root.getByText('2 of 3 pieces settled')).toBeVisible()
  await root.getByRole('textbox', { name: 'Streets', exact: true }).fill(`${first}\n${second}`)
  await expect(root.getByText('2 of 2 pieces settled')).toBeVisible()
  await expect(summary.getByText('2 streets')).toBeVisible()
  await expect(root.getByText('whole street', { exact: false }).first()).toBeVisible()

  const many = Array.from({ length: 400 }, (_, index) => `${index % 2 ? first : second} ${index + 1}`).join('\n')
  await root.getByRole('textbox', { name: 'Streets', exact: true }).fill(many)
  await expect(root.getByText('of 400 pieces settled', { exact: false })).toBeVisible()
})

test('places are chosen from the list and from a sentence, less what is left out', async ({ page }) => {
  await askDatabase(`INSERT INTO boundary (kind, code, name, municipality_id, geom)
    SELECT 'quarter', 'e2e-' || side, 'Prova ' || side, municipality.id,
      ST_Multi(CASE side WHEN 'Nord' THEN ST_MakeEnvelope(ST_XMin(box), (ST_YMin(box) + ST_YMax(box)) / 2, ST_XMax(box), ST_YMax(box), 4326)
        ELSE ST_MakeEnvelope(ST_XMin(box), ST_YMin(box), ST_XMax(box), (ST_YMin(box) + ST_YMax(box)) / 2, 4326) END)
    FROM (SELECT ST_Extent(geom) AS box FROM address) extent, (SELECT id FROM municipality ORDER BY id LIMIT 1) municipality,
      unnest(ARRAY['Nord', 'Sud']) AS side
    ON CONFLICT DO NOTHING`)
  const { summary, root } = await openEditor(page)
  await page.getByRole('tab', { name: 'Places' }).click()
  await root.getByLabel('Search municipalities, quarters and zones').fill('prova')
  await expect(root.getByText('2 places', { exact: true })).toBeVisible()
  await root.getByRole('button', { name: 'Cut Prova Nord' }).click()
  await root.getByRole('button', { name: 'Leave out Prova Sud' }).click()
  await expect(summary.getByText('Prova Nord (quarter)', { exact: true })).toBeVisible()
  await expect(summary.getByText('without Prova Sud (quarter)')).toBeVisible()
  await root.getByLabel('But not these streets').fill('Via Roma')
  await expect(summary.getByText('without 1 street')).toBeVisible()
  for (const remove of ['Remove: Prova Nord (quarter)', 'Remove: without Prova Sud (quarter)', 'Remove: without 1 street'])
    await summary.getByRole('button', { name: remove }).click()

  await root.getByLabel('Places in a sentence').fill('Prova Sud, but not via Roma')
  await root.getByLabel('Places in a sentence').press('Enter')
  await root.getByRole('button', { name: 'Take this over' }).click()
  await expect(summary.getByText('Prova Sud (quarter)', { exact: true })).toBeVisible()
  await expect(summary.getByText('without 1 street')).toBeVisible()
})
