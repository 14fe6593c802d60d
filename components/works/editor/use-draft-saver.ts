'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { DraftSaver, type SaveAction, type SaverStatus } from './draft-saver'

/** A saver for as long as the page lives, and how it fares. It tries at once when the connection is back. */
export function useDraftSaver(save: SaveAction, opened: Omit<SaverStatus, 'state'>): [saver: DraftSaver, status: SaverStatus] {
  const [saver] = useState(() => new DraftSaver(save, opened))
  const status = useSyncExternalStore(saver.subscribe, saver.getStatus, saver.getStatus)
  useEffect(() => {
    const hurry = () => saver.hurry()
    window.addEventListener('online', hurry)
    return () => {
      window.removeEventListener('online', hurry)
      saver.stop()
    }
  }, [saver])
  return [saver, status]
}
