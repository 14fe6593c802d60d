'use client'

import type { MultiPolygon, Polygon } from 'geojson'
import { useMemo, useState } from 'react'
import type { Service } from '@/lib/db/generated/enums'
import type { WorksInput } from '@/lib/works/works'
import { joinArea } from './join-area'
import type { WindowDraft } from './window-fields'

export interface WorksTexts {
  service: Service
  title: string
  reason: string
  advice: string
}

/** Works while they are planned: what was typed, drawn and given, and as one input. */
export function useWorksDraft(service: Service) {
  const [texts, setTexts] = useState<WorksTexts>({ service, title: '', reason: '', advice: '' })
  const [windows, setWindows] = useState<WindowDraft[]>([{ key: 0, start: '', end: '' }])
  const [drawn, setDrawn] = useState<Polygon[]>([])
  const [given, setGiven] = useState<MultiPolygon | null>(null)
  const area = useMemo(() => joinArea(drawn, given), [drawn, given])
  const plan = useMemo(
    () => ({ service: texts.service, area, windows: windows.map(({ start, end }) => ({ start, end })) }),
    [texts.service, area, windows],
  )
  const input: WorksInput = { ...texts, parts: [{ area, windows: plan.windows }] }
  const write = (part: Partial<WorksTexts>) => setTexts((before) => ({ ...before, ...part }))
  return { texts, write, windows, setWindows, given, setGiven, setDrawn, plan, input }
}
