'use client'

import { useRef, useState } from 'react'
import type { PartSelectionDraft } from './part-selection-draft'
import type { PointsFieldProps } from './points-field'
import { toggled } from './toggled'

/** What is known of a point once it was asked for: whether it is cut by all that is chosen but for the single points. */
function withPoint(value: PartSelectionDraft, code: string, isCut: boolean): PartSelectionDraft {
  return isCut ? { ...value, remove: [...value.remove, code] } : { ...value, add: [...value.add, code] }
}

/** What a click on a link or a service point changes. A point that is cut is taken out, another is added, a second click takes that back. */
export function usePick({ value, change, service, actions }: Omit<PointsFieldProps, 'onShow'>) {
  const [problem, setProblem] = useState<string | null>(null)
  const latest = useRef(0)
  const pickPoint = async (code: string) => {
    latest.current += 1
    const turn = latest.current
    if (value.add.includes(code)) return change((before) => ({ ...before, add: before.add.filter((known) => known !== code) }))
    if (value.remove.includes(code)) return change((before) => ({ ...before, remove: before.remove.filter((known) => known !== code) }))
    const answer = await actions.isPointSelected({ ...value, service, code })
    if (turn !== latest.current) return
    if (answer.ok) change((before) => withPoint(before, code, answer.value))
    else setProblem(answer.error.message)
  }
  const pick = (tool: 'points' | 'trace', code: string) => {
    setProblem(null)
    if (tool === 'points') return void pickPoint(code)
    change((before) => {
      const links = toggled(before.links, code)
      return links.length > 0 ? { ...before, links } : { ...before, links, stuck: [], feeding: [] }
    })
  }
  return { pick, problem }
}
