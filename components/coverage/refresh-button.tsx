'use client'

import { RefreshCw } from 'lucide-react'
import { useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import type { ActionResult } from '@/lib/http/action'

export interface RefreshButtonProps {
  refresh: () => Promise<ActionResult<unknown>>
  words: { act: string; done: string }
}

/** Has everything counted now instead of tomorrow. */
export function RefreshButton({ refresh, words }: RefreshButtonProps) {
  const [said, setSaid] = useState('')
  const [pending, start] = useTransition()
  const count = () =>
    start(async () => {
      const result = await refresh()
      start(() => setSaid(result.ok ? words.done : result.error.message))
    })
  return (
    <>
      <span role="status" className="text-ink-soft">
        {said}
      </span>
      <Button variant="secondary" pending={pending} onClick={count}>
        <RefreshCw aria-hidden="true" className="size-5" />
        {words.act}
      </Button>
    </>
  )
}
