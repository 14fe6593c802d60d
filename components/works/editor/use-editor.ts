'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { OpenedDraft } from '@/lib/works/drafts/get-draft'
import type { SaveAction } from './draft-saver'
import { type EditorDraft, emptyDraft, toDraftInput, toEditorDraft } from './editor-draft'
import { useDraftSaver } from './use-draft-saver'

/** Whether anything was said beyond the service: the first look at an empty page makes no works. */
function isMeaningful(draft: EditorDraft): boolean {
  return JSON.stringify(toDraftInput(draft)) !== JSON.stringify(toDraftInput(emptyDraft(draft.service, draft.key ?? '')))
}

export interface EditorSource {
  opened: OpenedDraft | null
  /** What a new draft begins as. */
  empty: EditorDraft
  zone: string
  save: SaveAction
  /** Called with the reference that the first save made. */
  onStart: (reference: string) => void
}

/** Works while they are edited: what was typed, saved by itself. */
export function useEditor({ opened, empty, zone, save, onStart }: EditorSource) {
  const [draft, setDraft] = useState(() => (opened ? toEditorDraft(opened.draft, zone) : empty))
  /** Counts how often other words were loaded: the fields begin anew. */
  const [edition, setEdition] = useState(0)
  const latest = useRef(draft)
  const started = { reference: opened?.reference ?? null, revision: opened?.revision ?? null, problem: opened?.problem ?? null }
  const [saver, status] = useDraftSaver(save, started)
  const { reference } = status

  const write = useCallback(
    (change: Partial<EditorDraft> | ((draft: EditorDraft) => Partial<EditorDraft>)) => {
      const next = { ...latest.current, ...(typeof change === 'function' ? change(latest.current) : change) }
      const isNew = JSON.stringify(toDraftInput(next)) !== JSON.stringify(toDraftInput(latest.current))
      latest.current = next
      setDraft(next)
      if (isNew && (saver.getStatus().reference !== null || saver.hasUnsaved || isMeaningful(next))) saver.change(toDraftInput(next))
    },
    [saver],
  )
  const load = useCallback(
    (other: OpenedDraft) => {
      latest.current = toEditorDraft(other.draft, zone)
      setDraft(latest.current)
      setEdition((count) => count + 1)
      saver.restart({ reference: other.reference, revision: other.revision, problem: other.problem })
    },
    [saver, zone],
  )
  const isStarted = useRef(opened !== null)
  useEffect(() => {
    if (reference === null || isStarted.current) return
    isStarted.current = true
    onStart(reference)
  }, [reference, onStart])
  return { draft, edition, write, load, saver, status }
}
