'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { WorksCheck } from '@/lib/works/check/works-check'
import type { EditorActions } from './works-editor'

/** Where the service points are that the saved draft hits, by whether anybody there can be told. */
export function useReach(check: WorksCheck | null, reach: EditorActions['reach']) {
  const { data } = useQuery({
    queryKey: ['reach', check?.reference, check?.revision],
    queryFn: () => (check ? reach(check.reference) : Promise.reject(new Error('nothing checked'))),
    enabled: check !== null && check.problem === null && check.affected.servicePoints > 0,
    placeholderData: keepPreviousData,
  })
  return check?.problem === null && data?.ok ? data.value : undefined
}
