import { useEffect, useState } from 'react'

export interface Suggestion {
  id: number
  label: string
}

/** Fewer letters than this name half the town. */
const LEAST_LETTERS = 3

/** Waits until the typing pauses, in milliseconds. */
const PAUSE = 150

/** Addresses that begin like what has been typed so far. Without the network there are none, and the form still works. */
export function useSuggestions(typed: string): Suggestion[] {
  const [found, setFound] = useState<Suggestion[]>([])
  const text = typed.trim()
  useEffect(() => {
    if (text.length < LEAST_LETTERS) {
      setFound([])
      return
    }
    const asked = new AbortController()
    const timer = setTimeout(() => {
      fetch(`/api/v1/addresses?partial=1&q=${encodeURIComponent(text)}`, { signal: asked.signal })
        .then((response) => (response.ok ? response.json() : { choices: [] }))
        .then(({ choices }: { choices: Suggestion[] }) => setFound(choices))
        .catch(() => asked.signal.aborted || setFound([]))
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [text])
  return found
}
