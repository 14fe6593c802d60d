import type { Service } from '@/lib/db/generated/enums'
import type { Point } from '../plane/point'
import type { Address } from '../town/address'

/** Where one service is delivered. */
export interface ServicePoint {
  id: number
  service: Service
  /** "W-000123" */
  code: string
  address: Address
  kind: 'individual' | 'shared'
  units: number
  /** Which dwelling of the address it serves, from 0; null for the whole building. */
  dwelling: number | null
  /** What it hangs on: one of the two. */
  node: string | null
  link: string | null
  point: Point
}
