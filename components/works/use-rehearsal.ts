'use client'

import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ActionResult } from '@/lib/http/action'
import type { Rehearsal } from '@/lib/notices/rehearsal/rehearse-works'

export interface RehearsalSource {
  reference: string
  /** Of a draft that is edited: asked anew for each. */
  revision?: number
  rehearse: () => Promise<ActionResult<Rehearsal>>
}

/** What publishing now would send: asked once for the whole page and each revision. */
export function useRehearsal({ reference, revision, rehearse }: RehearsalSource): UseQueryResult<ActionResult<Rehearsal>> {
  return useQuery({ queryKey: ['rehearsal', reference, revision], queryFn: rehearse })
}
