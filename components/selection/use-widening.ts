'use client'

import { useEffect, useState } from 'react'

/** How many service points more, or fewer, a trace hits than before its last change. Another set of links begins anew. Null: not known yet. */
export function useWidening(points: number | null, links: string): number {
  const [seen, setSeen] = useState<{ links: string; points: number; more: number } | null>(null)
  useEffect(() => {
    if (points === null) return
    setSeen((before) => {
      if (before?.links !== links) return { links, points, more: 0 }
      return before.points === points ? before : { links, points, more: points - before.points }
    })
  }, [points, links])
  return seen?.links === links ? seen.more : 0
}
