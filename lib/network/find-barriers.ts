import { z } from 'zod'
import type { Db } from '@/lib/db/client'
import type { Service } from '@/lib/db/generated/enums'
import { type Barrier, type DeviceRow, deviceRow, groupBarriers } from './barrier'

const deviceRows = z.array(deviceRow)

const PAGE = 20_000

/** All barriers of a network. */
export async function findBarriers(db: Db, service: Service): Promise<Barrier[]> {
  const devices: DeviceRow[] = []
  for (let after = ''; ; ) {
    const rows = await db.$queryRaw`
      SELECT code, conducting, link_code AS "linkCode", node_code AS "nodeCode", link_segment AS "linkSegment", node_segment AS "nodeSegment"
      FROM device
      WHERE service = ${service}::service AND code COLLATE "C" > ${after} AND link_segment IS NOT NULL AND node_segment IS NOT NULL
      ORDER BY code COLLATE "C" LIMIT ${PAGE}`
    const page = deviceRows.parse(rows)
    for (const device of page) devices.push(device)
    const last = page.at(-1)
    if (!last || page.length < PAGE) return groupBarriers(devices)
    after = last.code
  }
}
