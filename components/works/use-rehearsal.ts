'use client'

import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ActionResult } from '@/lib/http/action'
import type { Rehearsal } from '@/lib/notices/rehearsal/rehearse-works'

export interface RehearsalSource {
  reference: string
  rehearse: () => Promise<ActionResult<Rehearsal>>
}

/** What publishing now would send: asked once for the whole page. */
export function useRehearsal({ reference, rehearse }: RehearsalSource): UseQueryResult<ActionResult<Rehearsal>> {
  return useQuery({ queryKey: ['rehearsal', reference], queryFn: rehearse })
}
