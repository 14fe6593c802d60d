import { z } from 'zod'
import { formatAddress } from '@/lib/addresses/addresses'
import type { Db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { Service } from '@/lib/db/generated/enums'

/** A query for the `id` of each active account that one of these people holds, or has proved, with whose it is. `people` is a relation with `id`. */
export function accountsOf(people: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT account.id, person.id AS person_id, true AS is_holder
    FROM ${people} person JOIN account ON account.holder_id = person.id WHERE account.active
    UNION ALL
    SELECT account.id, person.id, false
    FROM ${people} person JOIN account_access ON account_access.person_id = person.id
    JOIN account ON account.id = account_access.account_id AND account.active AND account.holder_id IS DISTINCT FROM person.id`
}

const PLACE = Prisma.sql`street.label AS street, address.number AS "houseNumber", address.suffix, address.postcode, municipality.name AS municipality`

const place = {
  street: z.string().nullable(),
  houseNumber: z.number().nullable(),
  suffix: z.string().nullable(),
  postcode: z.string().nullable(),
  municipality: z.string().nullable(),
}

type Place = z.infer<z.ZodObject<typeof place>>

/** An address in one line; null where a service point has none. */
function toLabel({ street, houseNumber, suffix, postcode, municipality }: Place): string | null {
  if (street === null || houseNumber === null) return null
  return formatAddress({ street, number: houseNumber, suffix: suffix ?? '', postcode: postcode ?? '', municipality: municipality ?? '' })
}

const accountRows = z.array(
  z.object({
    ...{ id: z.number(), personId: z.number(), number: z.string(), service: z.enum(Service) },
    ...{ isHolder: z.boolean(), addressId: z.number().nullable(), ...place },
  }),
)

export interface OwnAccountRow {
  id: number
  personId: number
  number: string
  service: Service
  /** Else it was proved beside the holder. */
  isHolder: boolean
  addressId: number | null
  /** Null where the service point has no address. */
  address: string | null
}

/** The active accounts of people, in the order of their addresses. */
export async function findAccountsOf(db: Db, personIds: number[]): Promise<OwnAccountRow[]> {
  const rows = await db.$queryRaw`
    SELECT account.id, own.person_id AS "personId", account.number, service_point.service::text, own.is_holder AS "isHolder",
           address.id AS "addressId", ${PLACE}
    FROM (${accountsOf(Prisma.sql`(SELECT unnest(${personIds}::int[]) AS id)`)}) own
    JOIN account ON account.id = own.id
    JOIN service_point ON service_point.id = account.service_point_id
    LEFT JOIN address ON address.id = service_point.address_id
    LEFT JOIN street ON street.id = address.street_id
    LEFT JOIN municipality ON municipality.id = street.municipality_id
    ORDER BY street.label, address.number, address.suffix, service_point.service, account.id`
  return accountRows.parse(rows).map(({ street, houseNumber, suffix, postcode, municipality, ...row }) => {
    return { ...row, address: toLabel({ street, houseNumber, suffix, postcode, municipality }) }
  })
}

const enrolmentRows = z.array(
  z.object({
    subscriptionId: z.number(),
    contactId: z.number(),
    personId: z.number(),
    addressId: z.number(),
    renewBy: z.date().nullable(),
    ...place,
  }),
)

export interface OwnEnrolmentRow {
  subscriptionId: number
  contactId: number
  personId: number
  addressId: number
  address: string
  /** Until when it is kept without a word; null for as long as somebody wants. */
  renewBy: Date | null
}

/** The addresses that people's contacts follow without a contract. */
export async function findEnrolmentsOf(db: Db, personIds: number[]): Promise<OwnEnrolmentRow[]> {
  const rows = await db.$queryRaw`
    SELECT subscription.id AS "subscriptionId", contact.id AS "contactId", contact.person_id AS "personId", address.id AS "addressId",
           subscription.renew_by AS "renewBy", ${PLACE}
    FROM contact
    JOIN subscription ON subscription.contact_id = contact.id AND subscription.address_id IS NOT NULL
    JOIN address ON address.id = subscription.address_id
    JOIN street ON street.id = address.street_id
    JOIN municipality ON municipality.id = street.municipality_id
    WHERE contact.person_id = ANY (${personIds}::int[])
    ORDER BY street.label, address.number, address.suffix, contact.id`
  return enrolmentRows.parse(rows).map(({ street, houseNumber, suffix, postcode, municipality, ...row }) => {
    return { ...row, address: toLabel({ street, houseNumber, suffix, postcode, municipality }) ?? '' }
  })
}
