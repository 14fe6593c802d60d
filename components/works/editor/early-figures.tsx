'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Service } from '@/lib/db/generated/enums'
import type { ActionResult } from '@/lib/http/action'
import type { CountAffected } from '@/lib/works/count-affected'
import { isEmptySelection } from '@/lib/works/selection/selection'
import type { AffectedCounts } from '@/lib/works/works'
import { AffectedFigures } from '../affected-figures'
import { AskedList } from '../check/asked-list'
import { useSettled } from '../use-settled'
import type { EditorPart } from './editor-draft'

export type CountAction = (input: CountAffected) => Promise<ActionResult<AffectedCounts>>

/** A pause in drawing or typing of so many milliseconds is the moment to ask. */
const PAUSE = 500

export interface EarlyFiguresProps {
  service: Service
  parts: readonly EditorPart[]
  count: CountAction
}

/** Whom works hit as far as it is said what is cut, before they are complete enough to be checked. */
export function EarlyFigures({ service, parts, count }: EarlyFiguresProps) {
  const said = parts.map(({ selection }) => selection).filter((selection) => !isEmptySelection(selection))
  const asked = useSettled(JSON.stringify({ service, parts: said }), PAUSE)
  const query = useQuery({
    queryKey: ['early', asked],
    queryFn: () => count(JSON.parse(asked) as CountAffected),
    enabled: said.length > 0,
    placeholderData: keepPreviousData,
  })
  if (said.length === 0) return null
  return <AskedList query={query}>{(counts) => <AffectedFigures counts={counts} className="grid-cols-2" />}</AskedList>
}
