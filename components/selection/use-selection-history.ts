'use client'

import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { PartSelectionDraft } from './part-selection-draft'

/** Changes of one field within so many milliseconds are one step: nobody wants to undo letters. */
const PAUSE = 1_200
/** Steps that are kept. */
const DEPTH = 200

export type ChangeSelection = (change: (before: PartSelectionDraft) => PartSelectionDraft, field?: keyof PartSelectionDraft) => void

export interface SelectionHistory {
  change: ChangeSelection
  /** Null where there is nothing to undo or redo. */
  undo: (() => void) | null
  redo: (() => void) | null
}

/** Whether somebody types there: the browser undoes letters itself. */
function isTyped(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio], [type=file]), textarea, select')
}

/** Passes changes of the selection on, and keeps what it was before. Give `field` with changes that come letter by letter. */
export function useSelectionHistory(value: PartSelectionDraft, onChange: (next: PartSelectionDraft) => void): SelectionHistory {
  const latest = useRef(value)
  const [past, setPast] = useState<PartSelectionDraft[]>([])
  const [future, setFuture] = useState<PartSelectionDraft[]>([])
  const last = useRef({ field: '', at: 0 })
  useEffect(() => {
    latest.current = value
  }, [value])
  const emit = (next: PartSelectionDraft) => {
    latest.current = next
    onChange(next)
  }
  const change: ChangeSelection = (work, field = undefined) => {
    const before = latest.current
    const next = work(before)
    if (next === before) return
    const now = performance.now()
    const isSameStep = field !== undefined && last.current.field === field && now - last.current.at < PAUSE
    last.current = { field: field ?? '', at: now }
    if (!isSameStep) setPast((steps) => [...steps.slice(1 - DEPTH), before])
    setFuture([])
    emit(next)
  }
  const step = (from: PartSelectionDraft[], setFrom: typeof setPast, setTo: typeof setPast) => {
    const target = from.at(-1)
    if (!target) return null
    return () => {
      const current = latest.current
      last.current = { field: '', at: 0 }
      setFrom((steps) => steps.slice(0, -1))
      setTo((steps) => [...steps, current])
      emit(target)
    }
  }
  return { change, undo: step(past, setPast, setFuture), redo: step(future, setFuture, setPast) }
}

/** Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z, within `root`, and where nothing has the focus; not where somebody types. */
export function useUndoKeys(root: RefObject<HTMLElement | null>, undo: () => unknown, redo: () => unknown): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || isTyped(event.target)) return
    if (event.target !== document.body && !root.current?.contains(event.target as Node)) return
    const key = event.key.toLowerCase()
    const act = key === 'y' || (key === 'z' && event.shiftKey) ? redo : key === 'z' ? undo : null
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
