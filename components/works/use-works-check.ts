'use client'

import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { MultiPolygon } from 'geojson'
import type { Service } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import type { WorksPreview } from '@/lib/works/preview-works'
import type { AffectedCounts, WindowInput, WorksInput } from '@/lib/works/works'
import { useSettled } from './use-settled'

export interface CheckActions {
  countAffected: (input: { service: Service; area: MultiPolygon }) => Promise<ActionResult<AffectedCounts>>
  previewWorks: (input: WorksInput) => Promise<ActionResult<WorksPreview>>
}

export interface WorksPlan {
  service: Service
  area: MultiPolygon | null
  windows: readonly WindowInput[]
}

export interface WorksCheck {
  counts: UseQueryResult<ActionResult<AffectedCounts>>
  preview: UseQueryResult<ActionResult<WorksPreview>>
}

/** A pause in drawing or typing of so many milliseconds is the moment to ask. */
const PAUSE = 350

/** The title has no part in the figures, and may not be written yet. */
const UNTITLED = '…'.repeat(3)

/** What the plan means so far: whom it hits as soon as there is an area, law and notices as soon as there are whole windows. */
export function useWorksCheck({ countAffected, previewWorks }: CheckActions, plan: WorksPlan): WorksCheck {
  const { service, area, windows } = useSettled(plan, PAUSE)
  const complete = windows.length > 0 && windows.every(({ start, end }) => start && end)
  const counts = useQuery({
    queryKey: ['affected', service, area],
    queryFn: () => (area ? countAffected({ service, area }) : Promise.reject(new Error('no area'))),
    enabled: area !== null,
    placeholderData: keepPreviousData,
  })
  const preview = useQuery({
    queryKey: ['preview', service, area, windows],
    queryFn: () => previewWorks({ service, title: UNTITLED, parts: [{ area, windows: [...windows] }] }),
    enabled: area !== null && complete,
    placeholderData: keepPreviousData,
  })
  return { counts, preview }
}
