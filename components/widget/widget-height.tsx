'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Tells the page around the frame how high its content is; that page may heed it (public/widget.js) or not. */
export function WidgetHeight({ children }: { children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = content.current
    if (!element || window.parent === window) return
    // A height is no secret: whoever has put us in a frame may know it.
    const tell = () => window.parent.postMessage({ type: 'preavviso:height', height: element.offsetHeight }, '*')
    const observer = new ResizeObserver(tell)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return <div ref={content}>{children}</div>
}
