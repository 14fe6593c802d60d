import type { Db } from '@/lib/db/client'
import type { Account } from '../people/account'
import type { Person } from '../people/contact'
import type { Holder } from '../people/holder'
import type { ServicePoint } from '../people/service-point'
import { project } from '../plane/projection'

export function insertServicePoints(db: Db, points: readonly ServicePoint[]): Promise<number> {
  const places = points.map(({ point }) => project(point))
  return db.$executeRaw`
    INSERT INTO service_point (id, service, code, address_id, kind, units, node_code, link_code, geom)
    SELECT id, service, code, address_id, kind, units, node_code, link_code, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)
    FROM unnest(${points.map(({ id }) => id)}::int[], ${points.map(({ service }) => service)}::service[],
                ${points.map(({ code }) => code)}::text[], ${points.map(({ address }) => address.id)}::int[],
                ${points.map(({ kind }) => kind)}::service_point_kind[], ${points.map(({ units }) => units)}::int[],
                ${points.map(({ node }) => node)}::text[], ${points.map(({ link }) => link)}::text[],
                ${places.map(([longitude]) => longitude)}::float8[], ${places.map(([, latitude]) => latitude)}::float8[])
      AS row (id, service, code, address_id, kind, units, node_code, link_code, longitude, latitude)`
}

export function insertAccounts(db: Db, accounts: readonly Account[], holders: ReadonlyMap<Holder, Person>): Promise<number> {
  return db.$executeRaw`
    INSERT INTO account (id, service_point_id, number, meter_number, eic_code, holder_name, holder_id, active)
    SELECT id, service_point_id, number, meter_number, eic_code, holder_name, holder_id, active
    FROM unnest(${accounts.map(({ id }) => id)}::int[], ${accounts.map(({ point }) => point.id)}::int[],
                ${accounts.map(({ number }) => number)}::text[], ${accounts.map(({ meterNumber }) => meterNumber)}::text[],
                ${accounts.map(({ eicCode }) => eicCode)}::text[], ${accounts.map(({ holder }) => holder.name)}::text[],
                ${accounts.map(({ holder }) => holders.get(holder)?.id ?? null)}::int[], ${accounts.map(({ active }) => active)}::boolean[])
      AS row (id, service_point_id, number, meter_number, eic_code, holder_name, holder_id, active)`
}
