import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import type { Device, NetworkLink, NetworkNode } from '../network/network'
import { project } from '../plane/projection'
import { lineText } from './well-known-text'

type Of<Part> = Part & { service: Service }

export function insertNodes(db: Db, nodes: readonly Of<NetworkNode>[]): Promise<number> {
  const places = nodes.map(({ point }) => project(point))
  return db.$executeRaw`
    INSERT INTO network_node (service, code, kind, geom)
    SELECT service, code, kind, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)
    FROM unnest(${nodes.map(({ service }) => service)}::service[], ${nodes.map(({ code }) => code)}::text[],
                ${nodes.map(({ kind }) => kind)}::node_kind[], ${places.map(([longitude]) => longitude)}::float8[],
                ${places.map(([, latitude]) => latitude)}::float8[]) AS row (service, code, kind, longitude, latitude)`
}

export function insertLinks(db: Db, links: readonly Of<NetworkLink>[]): Promise<number> {
  return db.$executeRaw`
    INSERT INTO network_link (service, code, kind, from_node, to_node, geom)
    SELECT service, code, kind, from_node, to_node, ST_GeomFromText(shape, 4326)
    FROM unnest(${links.map(({ service }) => service)}::service[], ${links.map(({ code }) => code)}::text[],
                ${links.map(({ kind }) => kind)}::text[], ${links.map(({ from }) => from)}::text[], ${links.map(({ to }) => to)}::text[],
                ${links.map(({ line }) => lineText(line))}::text[]) AS row (service, code, kind, from_node, to_node, shape)`
}

export function insertDevices(db: Db, devices: readonly Of<Device>[]): Promise<number> {
  const places = devices.map(({ point }) => project(point))
  return db.$executeRaw`
    INSERT INTO device (service, code, kind, link_code, node_code, conducting, geom)
    SELECT service, code, kind, link_code, node_code, conducting, ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)
    FROM unnest(${devices.map(({ service }) => service)}::service[], ${devices.map(({ code }) => code)}::text[],
                ${devices.map(({ kind }) => kind)}::device_kind[], ${devices.map(({ link }) => link)}::text[],
                ${devices.map(({ node }) => node)}::text[], ${devices.map(({ conducting }) => conducting)}::boolean[],
                ${places.map(([longitude]) => longitude)}::float8[], ${places.map(([, latitude]) => latitude)}::float8[])
      AS row (service, code, kind, link_code, node_code, conducting, longitude, latitude)`
}
