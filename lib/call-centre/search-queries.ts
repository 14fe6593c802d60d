import { z } from 'zod'
import { formatAddress } from '@/lib/addresses/addresses'
import type { ContactEnd } from '@/lib/contacts/queries'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Service, WorksState } from '@/lib/db/generated/enums'
import type { CallerHit } from './call-centre'

const place = { street: z.string(), houseNumber: z.number(), suffix: z.string(), postcode: z.string(), municipality: z.string() }

const accountRow = z.object({
  id: z.number(),
  number: z.string(),
  service: z.enum(Service),
  holderName: z.string(),
  isActive: z.boolean(),
  street: z.string().nullable(),
  houseNumber: z.number().nullable(),
  suffix: z.string().nullable(),
  postcode: z.string().nullable(),
  municipality: z.string().nullable(),
})

function toAccountHit({ street, houseNumber, suffix, postcode, municipality, ...row }: z.infer<typeof accountRow>): CallerHit {
  const parts = {
    street: street ?? '',
    number: houseNumber ?? 0,
    suffix: suffix ?? '',
    postcode: postcode ?? '',
    municipality: municipality ?? '',
  }
  return { kind: 'account', ...row, address: street === null ? null : formatAddress(parts) }
}

/** The accounts of `found`, a query for their `id`; active ones first. */
async function findAccountHits(db: Db, found: Prisma.Sql, limit: number): Promise<CallerHit[]> {
  const rows = await db.$queryRaw`
    SELECT account.id, account.number, service_point.service::text AS service, account.holder_name AS "holderName", account.active AS "isActive",
           street.label AS street, address.number AS "houseNumber", address.suffix, address.postcode, municipality.name AS municipality
    FROM (${found}) found
    JOIN account ON account.id = found.id
    JOIN service_point ON service_point.id = account.service_point_id
    LEFT JOIN address ON address.id = service_point.address_id
    LEFT JOIN street ON street.id = address.street_id
    LEFT JOIN municipality ON municipality.id = street.municipality_id
    ORDER BY account.active DESC, account.id
    LIMIT ${limit}::int`
  return z.array(accountRow).parse(rows).map(toAccountHit)
}

const addressRow = z.object({ id: z.number(), ...place })

async function findAddressHits(db: Db, found: Prisma.Sql, limit: number): Promise<CallerHit[]> {
  const rows = await db.$queryRaw`
    SELECT address.id, street.label AS street, address.number AS "houseNumber", address.suffix, address.postcode, municipality.name AS municipality
    FROM (${found}) found
    JOIN address ON address.id = found.id
    JOIN street ON street.id = address.street_id
    JOIN municipality ON municipality.id = street.municipality_id
    ORDER BY address.id
    LIMIT ${limit}::int`
  return z
    .array(addressRow)
    .parse(rows)
    .map(({ id, houseNumber, ...parts }) => ({ kind: 'address', id, label: formatAddress({ ...parts, number: houseNumber }) }))
}

const SERVICE_POINTS = Prisma.sql`service_point.service = ANY (enum_range(NULL::service))`

/** Accounts by their own number, their meter's, their EIC code or their service point's code; and addresses of service points without a contract. */
export async function findByCodes(db: Db, codes: string[], limit: number): Promise<CallerHit[]> {
  const accounts = Prisma.sql`
    SELECT id FROM account WHERE number = ANY (${codes}::text[])
    UNION SELECT id FROM account WHERE meter_number <> '' AND meter_number = ANY (${codes}::text[])
    UNION SELECT id FROM account WHERE eic_code IS NOT NULL AND eic_code = ANY (${codes}::text[])
    UNION SELECT account.id FROM service_point JOIN account ON account.service_point_id = service_point.id
          WHERE ${SERVICE_POINTS} AND service_point.code = ANY (${codes}::text[])`
  const addresses = Prisma.sql`
    SELECT DISTINCT address_id AS id FROM service_point
    WHERE ${SERVICE_POINTS} AND code = ANY (${codes}::text[]) AND address_id IS NOT NULL
      AND NOT EXISTS (SELECT FROM account WHERE account.service_point_id = service_point.id)`
  return [...(await findAccountHits(db, accounts, limit)), ...(await findAddressHits(db, addresses, limit))]
}

/** What a telephone or a mailbox hears about, and the accounts of whoever has it; addresses that it follows without a contract there last. */
export async function findByEnd(db: Db, { channel, value }: ContactEnd, limit: number): Promise<CallerHit[]> {
  const mine = Prisma.sql`contact.channel = ${channel}::channel AND contact.value = ${value}`
  const accounts = Prisma.sql`
    SELECT subscription.account_id AS id FROM contact JOIN subscription ON subscription.contact_id = contact.id
    WHERE ${mine} AND subscription.account_id IS NOT NULL
    UNION SELECT account.id FROM contact JOIN account ON account.holder_id = contact.person_id WHERE ${mine}`
  const addresses = Prisma.sql`
    SELECT DISTINCT subscription.address_id AS id FROM contact JOIN subscription ON subscription.contact_id = contact.id
    WHERE ${mine} AND subscription.address_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM (${accounts}) own JOIN account ON account.id = own.id JOIN service_point ON service_point.id = account.service_point_id
      WHERE service_point.address_id = subscription.address_id
    )`
  return [...(await findAccountHits(db, accounts, limit)), ...(await findAddressHits(db, addresses, limit))]
}

const worksRow = z.object({
  reference: z.string(),
  title: z.string(),
  service: z.enum(Service),
  state: z.enum(WorksState),
})

/** Works that callers may ask about, that is published ones: by reference, or with `words` in the title; the newest first. */
export async function findWorksHits(db: Db, wanted: { reference: string } | { words: string }, limit: number): Promise<CallerHit[]> {
  const reference = 'reference' in wanted ? wanted.reference : null
  const words = 'words' in wanted ? wanted.words : null
  const rows = await db.$queryRaw`
    SELECT reference, title, service::text AS service, state::text AS state
    FROM works
    WHERE published_at IS NOT NULL
      AND (${reference}::text IS NULL OR reference = ${reference})
      AND (${words}::text IS NULL OR position(lower(${words}) IN lower(title)) > 0)
    ORDER BY id DESC
    LIMIT ${limit}::int`
  return z
    .array(worksRow)
    .parse(rows)
    .map((row) => ({ kind: 'works', ...row }))
}
