import { eicCheckCharacter } from '@/lib/customers/eic'
import { createRandom } from '../random'
import type { Holder } from './holder'
import type { ServicePoint } from './service-point'

/** A contract for one service point. */
export interface Account {
  id: number
  point: ServicePoint
  holder: Holder
  /** Nine digits. */
  number: string
  meterNumber: string
  /** For power only. */
  eicCode: string | null
  /** False for a dwelling that stands empty. */
  active: boolean
}

/** Share of the contracts that ended while the dwelling stands empty. */
const EMPTY = 0.008
/** Coprime with the count of nine-digit numbers, so that numbers look random and never repeat. */
const NUMBER_STRIDE = 7_368_787
const METER_STRIDE = 48_611
/** Issuer 26 is Italy's, Z a metering point, RF this town. */
const EIC_PREFIX = '26ZRF'

/** EIC codes in order; those that would end in "-" are never issued. */
function* eicCodes(): Generator<string, never> {
  for (let serial = 1; ; serial++) {
    const body = EIC_PREFIX + String(serial).padStart(10, '0')
    const check = eicCheckCharacter(body)
    if (check !== '-') yield body + check
  }
}

function meterNumber({ service }: ServicePoint, id: number): string {
  const serial = String((id * METER_STRIDE) % 10_000_000).padStart(7, '0')
  return { water: `AM${serial}`, heat: `CT${serial}`, power: `E${serial}`, gas: `G${serial}` }[service]
}

/** One account for each service point of each holder. */
export function openAccounts(holders: readonly Holder[]): Account[] {
  const random = createRandom('accounts')
  const codes = eicCodes()
  const contracts = holders.flatMap((holder) => {
    const active = holder.kind !== 'household' || !random.chance(EMPTY)
    return holder.points.map((point) => ({ holder, point, active }))
  })
  return contracts.map(({ holder, point, active }, index) => {
    const id = index + 1
    const number = String(100_000_000 + ((id * NUMBER_STRIDE) % 900_000_000))
    const eicCode = point.service === 'power' ? codes.next().value : null
    return { id, point, holder, number, meterNumber: meterNumber(point, id), eicCode, active }
  })
}
