import { useEffect, useState } from 'react'
import type { AddressChoice, Suggestion } from '@/lib/addresses/addresses'

export type { Suggestion }

/** Fewer letters than this name half the town. */
const LEAST_LETTERS = 3

/** Waits until the typing pauses, in milliseconds. */
const PAUSE = 150

function toSuggestion(choice: AddressChoice): Suggestion {
  return { ...choice, kind: 'address', text: choice.label }
}

interface Answer {
  choices: AddressChoice[]
  suggestions: Suggestion[]
}

/**
 * Addresses that begin like what has been typed so far; with `hasStreets`, streets first and then house numbers. A space at the end finishes a word.
 * Those near `town` come first. Without the network there are none, and the form still works.
 */
export function useSuggestions(typed: string, hasStreets = false, town = ''): Suggestion[] {
  const [found, setFound] = useState<Suggestion[]>([])
  const text = typed.trimStart()
  useEffect(() => {
    if (text.trim().length < LEAST_LETTERS) {
      setFound([])
      return
    }
    const asked = new AbortController()
    const timer = setTimeout(() => {
      const query = new URLSearchParams({ partial: '1', q: text, ...(town && { town }) })
      fetch(`/api/v1/addresses?${query}`, { signal: asked.signal })
        .then((response) => (response.ok ? response.json() : { choices: [], suggestions: [] }))
        .then(({ choices, suggestions }: Answer) => setFound(hasStreets ? suggestions : choices.map(toSuggestion)))
        .catch(() => asked.signal.aborted || setFound([]))
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
  }, [text, hasStreets, town])
  return found
}
