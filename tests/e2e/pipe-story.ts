import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page } from '@playwright/test'
import { readPdf } from '../read-pdf'
import { askDatabase } from './demo-database'
import { findBarriers } from './find-barriers'
import type { Hands } from './hands'
import { inDays, phonePriority, waitForSave } from './planning'
import { collectErrors, comeAs } from './staff'
import { giveNoMap } from './without-map'

export interface PipePlace {
  link: string
  /** A valve that isolating the link closes; without it more is cut. */
  valve: string
  streets: string[]
}

/** A water pipe with service points on both sides of one of its valves, and two streets near it, where nothing else is planned. */
async function findPlace(skip: number): Promise<PipePlace> {
  const [place] = await askDatabase<PipePlace>(
    `WITH quiet AS (
       SELECT link.code AS link, device.code AS valve, link.geom,
         (SELECT count(*) FROM service_point WHERE service = 'water' AND segment = link.segment) AS near,
         (SELECT count(*) FROM service_point WHERE service = 'water' AND segment = device.link_segment + device.node_segment - link.segment) AS beyond
       FROM network_link link JOIN device ON device.service = link.service AND device.link_segment <> device.node_segment
         AND link.segment IN (device.link_segment, device.node_segment)
       WHERE link.service = 'water' AND device.conducting
         AND (SELECT count(*) FROM device other WHERE other.service = 'water' AND link.segment IN (other.link_segment, other.node_segment)) BETWEEN 2 AND 4
     ), chosen AS (
       SELECT DISTINCT ON (valve) * FROM quiet WHERE near > 5 AND beyond > 5 ORDER BY valve, link
     ), one AS (SELECT * FROM chosen ORDER BY link OFFSET $1 LIMIT 1)
     SELECT link, valve, ARRAY(
       SELECT street.label FROM street JOIN address ON address.street_id = street.id
       WHERE (SELECT count(*) FROM street other WHERE other.label = street.label) = 1
       GROUP BY street.id ORDER BY min(address.geom <-> one.geom) LIMIT 2) AS streets
     FROM one`,
    [skip],
  )
  if (!place) throw new Error('The demo town has no pipe to try.')
  return place
}

/** Moves the demo's clock so many hours past the start of the works (before it, where negative). */
async function moveClock(reference: string, hours: number): Promise<void> {
  await askDatabase(
    `INSERT INTO installation_clock (id, offset_ms)
     SELECT 1, extract(epoch FROM min(works_window.starts_at) + make_interval(hours => $2) - now()) * 1000
     FROM works JOIN works_part part ON part.works_id = works.id JOIN works_window ON works_window.part_id = part.id WHERE works.reference = $1
     ON CONFLICT (id) DO UPDATE SET offset_ms = excluded.offset_ms`,
    [reference, hours],
  )
}

async function plan(page: Page, hands: Hands, place: PipePlace, day: number, title: string): Promise<string> {
  await page.goto('/en/operator/works/new')
  await hands.write(page.getByLabel('Title'), title)
  await hands.setTime(page.getByLabel('Supply is cut'), inDays(day, '09:00'))
  await hands.setTime(page.getByLabel('Supply is back'), inDays(day, '12:00'))

  const summary = page.getByRole('region', { name: 'Chosen so far' })
  await hands.openTab('Trace')
  await hands.write(page.getByLabel('Link or device'), place.link)
  await hands.use(page.getByRole('button', { name: `Isolate ${place.link}`, exact: true }))
  await expect(summary.getByText(`Trace of link ${place.link}`)).toBeVisible()
  const hit = page.getByText(/service points? without supply/)
  await expect(hit).toBeVisible()
  const narrow = Number.parseInt((await hit.textContent()) ?? '', 10)
  await hands.tick(page.getByRole('checkbox', { name: `Valve ${place.valve}: is stuck` }))
  await expect(page.getByText(/more service points?$/)).toBeVisible()
  await expect(async () => expect(Number.parseInt((await hit.textContent()) ?? '', 10)).toBeGreaterThan(narrow)).toPass()

  await hands.openTab('Streets')
  await hands.write(page.getByRole('textbox', { name: 'Streets', exact: true }), place.streets.join('; '))
  await expect(page.getByText('2 of 2 pieces settled')).toBeVisible()
  await expect(summary.getByText('2 streets')).toBeVisible()

  const check = page.getByRole('complementary', { name: 'Check' })
  await expect(check.getByText(/\d+ service points?, \d+ dwellings?/)).toBeVisible()
  await expect(check.getByText('Reachable:', { exact: false })).toBeVisible()
  await expect(check.getByText('A second person approves', { exact: false })).toBeVisible()
  await waitForSave(page)
  return page.url().split('/').at(-2) ?? ''
}

async function confirm(page: Page, hands: Hands, open: string, yes: string): Promise<void> {
  await hands.use(page.getByRole('button', { name: open }))
  await hands.use(page.getByRole('dialog').getByRole('button', { name: yes, exact: true }))
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** The words of the sheets for stairwells, in two languages. */
async function printPoster(page: Page, hands: Hands): Promise<string[]> {
  const works = page.url()
  await hands.use(page.getByRole('link', { name: 'Notice for stairwells' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Notice for stairwells' })).toBeVisible()
  expect(await findBarriers(page)).toEqual([])
  await hands.choose(page.getByRole('main').getByLabel('Language', { exact: true }), 'English')
  await hands.choose(page.getByLabel('Second language on the same sheet'), 'Italian')
  const started = page.waitForEvent('download')
  await hands.use(page.getByRole('button', { name: 'Make the PDF' }))
  const sheets = await readPdf(await readFile(await (await started).path()))
  await page.goto(works)
  return sheets
}

/** The customer's number of somebody whom these works told, and the notice's words for it. */
async function findTold(reference: string): Promise<string> {
  const [told] = await askDatabase<{ account: string }>(
    `SELECT account.number AS account FROM message JOIN notice ON notice.id = message.notice_id JOIN works ON works.id = notice.works_id
     JOIN subscription ON subscription.contact_id = message.contact_id JOIN account ON account.id = subscription.account_id
     JOIN affected_point point ON point.service_point_id = account.service_point_id JOIN works_part part ON part.id = point.part_id AND part.works_id = works.id
     WHERE works.reference = $1 AND notice.kind = 'restored' AND message.state = 'delivered' ORDER BY account.number LIMIT 1`,
    [reference],
  )
  if (!told) throw new Error('Nobody with an account was told.')
  return told.account
}

const NOTICES = { name: 'Notices' }

/** The demo as it was: its clock on real time, and a second person only for many dwellings. */
export async function putBack(): Promise<void> {
  await askDatabase('UPDATE utility SET approval_units = 1500')
  await askDatabase('UPDATE installation_clock SET offset_ms = 0')
}

export interface PipeStory {
  /** How it is told, as a title says it. */
  name: string
  handsOf: (page: Page) => Hands
  /** Days from now on which the supply is cut. */
  day: number
  /** How many places to leave to others. */
  skip: number
  /** What the map does with the draft. From then on nobody looks at one. */
  beforeSubmit?: (place: PipePlace) => Promise<void>
}

/** The whole way, from "this pipe" to people who were told. */
export async function tellPipeStory(page: Page, browser: Browser, { name, handsOf, day, skip, beforeSubmit }: PipeStory): Promise<void> {
  await askDatabase('UPDATE utility SET approval_units = 1')
  const errors = collectErrors(page)
  const place = await findPlace(skip)
  const hands = handsOf(page)
  await comeAs(page, 'operator@demo.example')
  const reference = await plan(page, hands, place, day, `The story ${name}`)
  await beforeSubmit?.(place)
  await giveNoMap(page)
  await confirm(page, hands, 'Submit for approval…', 'Submit')

  const second = await browser.newPage()
  await giveNoMap(second)
  await comeAs(second, 'approver@demo.example')
  await second.goto(`/en/operator/works/${reference}`)
  await confirm(second, handsOf(second), 'Approve…', 'Approve')
  await second.close()

  await page.reload()
  await phonePriority(page, hands)
  await confirm(page, hands, 'Publish…', 'Publish')
  await expect(page.getByRole('button', { name: 'Cancel these works…' })).toBeVisible()

  const sheets = (await printPoster(page, hands)).join('\n')
  expect(sheets).toContain('No water during works')
  expect(sheets).toContain('Interruzione dell’acqua per lavori')
  for (const street of place.streets) expect(sheets).toContain(street)

  await moveClock(reference, 1)
  await page.reload()
  const notices = page.getByRole('region', NOTICES)
  await expect(notices.getByText('Comes out even').first()).toBeVisible({ timeout: 90_000 })

  await hands.use(page.getByRole('button', { name: 'Takes longer…' }))
  await hands.setTime(page.getByRole('dialog').getByLabel('Supply is back'), inDays(day, '14:00'))
  await hands.use(page.getByRole('dialog').getByRole('button', { name: 'Set the new end' }))
  await expect(page.getByRole('dialog')).toBeHidden()
  const extended = notices.getByRole('row').filter({ hasText: 'Extended' })
  await expect(extended.getByText('delivered')).toBeVisible({ timeout: 90_000 })

  await confirm(page, hands, 'Supply is back…', 'Yes, tell people')
  const restored = notices.getByRole('row').filter({ hasText: 'Restored' })
  await expect(restored.getByText('delivered')).toBeVisible({ timeout: 90_000 })

  await comeAs(page, 'callcentre@demo.example')
  await page.goto('/en/operator/call-centre')
  await hands.write(page.getByLabel('Address, account, phone, e-mail or works'), await findTold(reference))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'On now and next' })).toBeVisible()
  const restoration = page.getByRole('listitem').filter({ hasText: 'Restored' }).filter({ hasText: reference })
  await hands.use(restoration.getByText('Read the text').first())
  await expect(restoration.getByText(reference).first()).toBeVisible()
  expect(errors).toEqual([])
}
