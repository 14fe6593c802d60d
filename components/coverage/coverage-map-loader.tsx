'use client'

import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import type { CoverageMapProps } from './coverage-map'

const CoverageMap = dynamic(() => import('./coverage-map').then((module) => module.CoverageMap), { ssr: false })

/** Keeps the map's place, and loads it as it comes into view. */
export function CoverageMapLoader({ label, view }: { label: string; view: CoverageMapProps }) {
  const frame = useRef<HTMLElement>(null)
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    if (!frame.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setWanted(true), { rootMargin: '200px' })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])
  return (
    <figure ref={frame} aria-label={label} className="relative h-80 overflow-hidden rounded-card border border-line bg-sunken sm:h-[30rem]">
      {wanted && <CoverageMap {...view} />}
    </figure>
  )
}
