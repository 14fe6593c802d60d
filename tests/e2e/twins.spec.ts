import { expect, test } from '@playwright/test'
import { LOCALES } from '@/lib/i18n/locales'
import { askDatabase } from './demo-database'

interface Twin {
  id: number
  number: number
  lon: string
  lat: string
}

/** Two houses in one street at one place, of which only the first has customers: accounts, contacts, a meter for the whole house, a call that was noted. */
async function buildTwins(where: 'affected' | 'quiet'): Promise<[Twin, Twin]> {
  const rows = await askDatabase<Twin>(
    `
    WITH model AS (
      SELECT address.street_id, address.postcode, address.district, address.geom, address.id
      FROM address
      WHERE address.number < 7000 AND EXISTS (SELECT FROM service_point WHERE address_id = address.id) AND $1 = EXISTS (
        SELECT FROM service_point
        JOIN affected_point ON affected_point.service_point_id = service_point.id
        JOIN works_part ON works_part.id = affected_point.part_id
        JOIN works ON works.id = works_part.works_id AND works.version = works_part.version AND works.state = 'published'
        WHERE service_point.address_id = address.id
      ) ORDER BY address.id LIMIT 1
    )
    INSERT INTO address (street_id, number, suffix, postcode, district, geom)
    SELECT street_id, (SELECT greatest(7000, max(number)) FROM address) + twin, '', postcode, district, geom FROM model, generate_series(1, 2) AS twin
    RETURNING id, number, ST_X(geom)::text AS lon, ST_Y(geom)::text AS lat`,
    [where === 'affected'],
  )
  const [rich, poor] = rows
  if (!rich || !poor) throw new Error(`The demo town has no ${where} address.`)
  for (const { id } of [rich, poor]) {
    await askDatabase(
      `
      WITH model AS (
        SELECT service_point.* FROM service_point JOIN address ON address.id = service_point.address_id, address mine
        WHERE mine.id = $1 AND address.id <> $1 AND address.street_id = mine.street_id AND ST_Equals(address.geom, mine.geom) AND address.number < 7000
      ), point AS (
        INSERT INTO service_point (service, code, address_id, kind, units, segment, geom)
        SELECT service, 'TWIN-' || $1 || '-' || service, $1, 'individual', 1, segment, geom FROM (SELECT DISTINCT ON (service) * FROM model) one
        RETURNING id, service
      )
      INSERT INTO affected_point (part_id, service_point_id)
      SELECT DISTINCT affected_point.part_id, point.id FROM point JOIN model ON model.service = point.service
      JOIN affected_point ON affected_point.service_point_id = model.id`,
      [id],
    )
  }
  await askDatabase(
    `
    WITH person AS (INSERT INTO person DEFAULT VALUES RETURNING id),
    account AS (
      INSERT INTO account (service_point_id, number, holder_name, holder_id)
      SELECT service_point.id, 'TWIN-' || service_point.id, 'Ada Rossi', person.id FROM service_point, person WHERE address_id = $1
      RETURNING id
    ), contact AS (
      INSERT INTO contact (person_id, channel, value, language, state, confirmed_at)
      SELECT id, 'sms', '+39333' || lpad($1::text, 7, '0'), 'it', 'confirmed', now() FROM person RETURNING id
    ), hears AS (
      INSERT INTO subscription (contact_id, address_id, role) SELECT id, $1, 'resident' FROM contact RETURNING id
    )
    INSERT INTO call_note (at, actor, kind, text, address_id) SELECT now(), 'staff:1', 'no_supply', 'rang', $1`,
    [rich.id],
  )
  await askDatabase(`UPDATE service_point SET kind = 'shared', units = 12, priority = 'dialysis' WHERE address_id = $1`, [rich.id])
  return [rich, poor]
}

/** What of an answer is only the house's own: its id and number, instants, and what is new in every answer. */
function withoutOwn(text: string, { id, number }: Twin): string {
  return text
    .replaceAll(/\r?\n /g, '') // A calendar breaks its lines anywhere.
    .replaceAll(`%2F${id}`, '%2FID')
    .replaceAll(String(number), 'NUMBER')
    .replaceAll(new RegExp(`(?<![\\d.])${id}(?!\\d)`, 'g'), 'ID')
    .replaceAll(/<script src="[^"]*" async=""><\/script>/g, '') // Of the scripts those stand in the head that are known when it is sent.
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT')
    .replaceAll(/\d{8}T\d{6}Z/g, 'INSTANT')
    .replaceAll(/\b\d\d:\d\d\b/g, 'TIME')
    .replaceAll(/nonce(?:-|=\\?")[\w-]+/g, 'NONCE')
    .replaceAll(/(?<=\$ACTION_KEY[^>]*value=")[^"]*/g, 'KEY')
}

/** What the page is told once more for its scripts to go on with: it comes in rows, each as soon as it is ready. */
const SCRIPT_DATA = /<script[^>]*>self\.__next_f\.push\(\[1,"((?:[^"\\]|\\.)*)"\]\)<\/script>/g

/** The page, and after it those rows in an order of their own. */
function withRowsInOrder(page: string): string {
  const rows = [...page.matchAll(SCRIPT_DATA)].map(([, told]) => told).join('')
  return [page.replaceAll(SCRIPT_DATA, ''), ...rows.split('\\n').sort()].join('\n')
}

for (const where of ['affected', 'quiet'] as const) {
  test(`nothing that anybody may read differs between an ${where} address with customers and one without`, async ({ request }) => {
    const twins = await buildTwins(where)
    const readBoth = async (path: (twin: Twin) => string) => {
      const texts: string[] = []
      for (const twin of twins) {
        const answer = await request.get(path(twin))
        const { date: _, etag: __, 'content-length': ___, 'content-security-policy': ____, ...headers } = answer.headers()
        texts.push(withRowsInOrder(withoutOwn(`${answer.status()} ${JSON.stringify(headers)}\n${await answer.text()}`, twin)))
      }
      return texts
    }
    const paths: Array<(twin: Twin) => string> = [
      ...LOCALES.map(
        (locale) =>
          ({ id }: Twin) =>
            `/${locale}/addresses/${id}`,
      ),
      ({ id }) => `/api/v1/addresses/${id}/outages`,
      ({ id }) => `/addresses/${id}/calendar.ics`,
      ({ id }) => `/feeds/addresses/${id}.atom`,
    ]
    for (const path of paths) {
      const [rich, poor] = await readBoth(path)
      expect(rich, path(twins[0])).toContain(where === 'affected' && path(twins[0]).startsWith('/api') ? 'affected' : '200')
      expect(rich, path(twins[0])).toBe(poor)
    }
  })
}
