'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'

/** Copies a text, and says so to everyone. The text itself stands beside it, to be marked by hand where there is no script. */
export function CopyButton({ text, words }: { text: string; words: Record<'copy' | 'copied', string> }) {
  const [isCopied, setCopied] = useState(false)
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true))
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button variant="secondary" onClick={copy}>
        {words.copy}
      </Button>
      <span role="status">{isCopied && words.copied}</span>
    </div>
  )
}
