'use client'

import { MapPinned } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import type { AreaMapViewProps } from './area-map-view'

const AreaMapView = dynamic(() => import('./area-map-view').then((module) => module.AreaMapView), { ssr: false })

export interface AreaMapLoaderProps {
  load: 'asked' | 'visible'
  label: string
  className: string
  words: { show: string; loading: string; failed: string }
  view: Omit<AreaMapViewProps, 'loading' | 'failed'>
}

/** Starts to load this many pixels before the place of the map comes into view. */
const AHEAD = '200px'

/** Keeps the map's place, and loads the map when it is asked for or comes into view. */
export function AreaMapLoader({ load, label, className, words, view }: AreaMapLoaderProps) {
  const frame = useRef<HTMLElement>(null)
  const [wanted, setWanted] = useState(false)
  useEffect(() => {
    if (load !== 'visible' || !frame.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setWanted(true), { rootMargin: AHEAD })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [load])
  return (
    <figure
      ref={frame}
      data-needs-script=""
      aria-label={label}
      className={`relative flex items-center justify-center overflow-hidden rounded-card border border-line bg-sunken ${wanted || load === 'visible' ? 'h-72 sm:h-96' : 'p-5'} ${className}`}
    >
      {wanted ? (
        <AreaMapView {...view} loading={words.loading} failed={words.failed} />
      ) : (
        <Button variant="secondary" onClick={() => setWanted(true)}>
          <MapPinned aria-hidden="true" className="size-5" />
          {words.show}
        </Button>
      )}
    </figure>
  )
}
