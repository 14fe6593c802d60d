'use client'

import { useEffect } from 'react'

/** Where public/sw.js is not at work yet, the page that brings it asks to be kept as well. */
async function register() {
  const isAtWork = navigator.serviceWorker.controller !== null
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  if (!isAtWork) active?.postMessage(window.location.pathname)
}

/** Lets the device keep the last answers for when there is no connection. Without it, everything works that needs one. */
export function OfflineKeeper() {
  useEffect(() => {
    if (process.env.NODE_ENV === 'production' && 'serviceWorker' in navigator) register().catch(() => undefined)
  }, [])
  return null
}
