'use client'

import { CloudAlert } from 'lucide-react'
import { useContext } from 'react'
import { Button } from './button'
import { EmptyState } from './empty-state'
import { ErrorWordsContext } from './error-words'
import { Page } from './page'

/** Instead of a page that failed: says so, and lets one try again. */
export function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const words = useContext(ErrorWordsContext)
  if (!words) return null
  return (
    <Page>
      <EmptyState
        Icon={CloudAlert}
        title={<h1 className="text-2xl">{words.title}</h1>}
        action={<Button onClick={reset}>{words.retry}</Button>}
      >
        {words.text}
      </EmptyState>
    </Page>
  )
}
