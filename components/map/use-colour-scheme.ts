'use client'

import { useSyncExternalStore } from 'react'
import type { Scheme } from './palette'

const DARK = '(prefers-color-scheme: dark)'

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(DARK)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

/** The colour scheme that the reader's system asks for, as it changes. */
export function useColourScheme(): Scheme {
  return useSyncExternalStore(
    subscribe,
    () => (window.matchMedia(DARK).matches ? 'dark' : 'light'),
    () => 'light',
  )
}
