'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Position } from 'geojson'
import type { ActionResult } from '@/lib/http/action'
import type { WorksCheck } from '@/lib/works/check/works-check'

/** Where there are points that can be told, and that cannot. */
export type ReachAction = (reference: string) => Promise<ActionResult<{ reachable: Position[]; unreachable: Position[] }>>

/** Where the service points are that the saved draft hits, by whether anybody there can be told. */
export function useReach(check: WorksCheck | null, reach: ReachAction) {
  const { data } = useQuery({
    queryKey: ['reach', check?.reference, check?.revision],
    queryFn: () => (check ? reach(check.reference) : Promise.reject(new Error('nothing checked'))),
    enabled: check !== null && check.problem === null && check.affected.servicePoints > 0,
    placeholderData: keepPreviousData,
  })
  return check?.problem === null && data?.ok ? data.value : undefined
}
