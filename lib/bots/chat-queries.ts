import { z } from 'zod'
import { formatAddress } from '@/lib/addresses/addresses'
import type { Db } from '@/lib/db/client'
import { Service } from '@/lib/db/generated/enums'
import type { Chat } from './chat'

const person = z.array(z.object({ personId: z.number() }))

/** Whom a chat speaks for: the person whose confirmed contact it is (of several the one it spoke for last), else the one it spoke for before. */
export async function findChatPerson(db: Db, { channel, id }: Chat, known: number | null): Promise<number | null> {
  const rows = await db.$queryRaw`
    SELECT person_id AS "personId" FROM contact
    WHERE channel = ${channel}::channel AND value = ${id} AND confirmed_at IS NOT NULL
    ORDER BY (person_id = ${known}::int) IS TRUE DESC, id LIMIT 1`
  return person.parse(rows)[0]?.personId ?? known
}

const follows = z.array(
  z.object({
    id: z.number(),
    addressId: z.number().nullable(),
    accountId: z.number().nullable(),
    street: z.string().nullable(),
    number: z.number().nullable(),
    suffix: z.string().nullable(),
    postcode: z.string().nullable(),
    municipality: z.string().nullable(),
    account: z.string().nullable(),
    service: z.enum(Service).nullable(),
  }),
)

export interface ChatFollow {
  /** Of the subscription. */
  id: number
  addressId: number | null
  /** In one line; null where a service point has no address. */
  place: string | null
  /** Null of an address without a contract. */
  account: { id: number; number: string; service: Service } | null
}

/** More are managed on the page. */
const MOST = 60

/** What a chat is told about, whoever has it, in order. */
export async function findChatFollows(db: Db, { channel, id }: Chat): Promise<ChatFollow[]> {
  const rows = await db.$queryRaw`
    SELECT subscription.id, address.id AS "addressId", account.id AS "accountId", street.label AS street, address.number, address.suffix, address.postcode,
           municipality.name AS municipality, account.number AS account, service_point.service::text AS service
    FROM contact
    JOIN subscription ON subscription.contact_id = contact.id AND subscription.role <> 'call_centre'
    LEFT JOIN account ON account.id = subscription.account_id
    LEFT JOIN service_point ON service_point.id = account.service_point_id
    LEFT JOIN address ON address.id = coalesce(subscription.address_id, service_point.address_id)
    LEFT JOIN street ON street.id = address.street_id
    LEFT JOIN municipality ON municipality.id = street.municipality_id
    WHERE contact.channel = ${channel}::channel AND contact.value = ${id}
    ORDER BY street.label, address.number, address.suffix, subscription.id LIMIT ${MOST}`
  return follows
    .parse(rows)
    .map(({ id: followId, addressId, accountId, street, number, suffix, postcode, municipality, account, service }) => {
      const hasPlace = street !== null && number !== null && municipality !== null
      return {
        id: followId,
        addressId,
        place: hasPlace ? formatAddress({ street, number, suffix: suffix ?? '', postcode: postcode ?? '', municipality }) : null,
        account: accountId === null || account === null || service === null ? null : { id: accountId, number: account, service },
      }
    })
}

const chatState = z.array(z.object({ isTold: z.boolean(), isStopped: z.boolean(), isAway: z.boolean() })).length(1)

/** Whether anything is told in a chat, whether somebody stopped that there, and whether we took the chat for blocked. */
export async function getChatState(db: Db, { channel, id }: Chat): Promise<{ isTold: boolean; isStopped: boolean; isAway: boolean }> {
  const rows = await db.$queryRaw`
    SELECT coalesce(bool_or(contact.state = 'confirmed' AND EXISTS (SELECT FROM subscription WHERE contact_id = contact.id)), false) AS "isTold",
           coalesce(bool_or(contact.state = 'opted_out'), false) AS "isStopped",
           coalesce(bool_or(contact.state = 'unreachable'), false) AS "isAway"
    FROM contact WHERE contact.channel = ${channel}::channel AND contact.value = ${id}`
  return chatState.parse(rows)[0] ?? { isTold: false, isStopped: false, isAway: false }
}
