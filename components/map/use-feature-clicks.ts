'use client'

import type { Position } from 'geojson'
import { useEffect, useEffectEvent } from 'react'
import type { Service } from '@/lib/db/generated/enums'
import { CELL_LAYERS } from './map-layers'
import type { MapClick, MapView, RenderedFeature } from './map-library'
import { type PickCandidate, pickFeature } from './pick-feature'
import type { MapState } from './use-map'

/** Layers of the map whose features can be clicked, the topmost first. */
export const CLICKABLE_LAYERS = ['devices', 'service-points', 'links', 'works'] as const
export type ClickableLayer = (typeof CLICKABLE_LAYERS)[number]

export interface ClickedFeature {
  layer: ClickableLayer
  /** The code of a link, device or service point; the reference of works. */
  code: string
  service: Service
  id: number
  /** All that the tile says of it: see lib/geo/tiles/layers.ts. */
  properties: Record<string, string | number | boolean>
  /** Where the click was: longitude, latitude. */
  at: Position
}

/** Pixels around the pointer; a finger is wider than a mouse's arrow. */
const REACH = { mouse: 7, touch: 18 }

function reachOf({ originalEvent }: MapClick): number {
  const touched = 'pointerType' in originalEvent && originalEvent.pointerType === 'touch'
  return touched ? REACH.touch : REACH.mouse
}

interface Candidate extends PickCandidate {
  feature: RenderedFeature
  layer: ClickableLayer
}

/** A feature's corners on the screen. An area that was hit at all was hit inside: its path is the click itself. */
function toCandidate(map: MapView, click: MapClick, feature: RenderedFeature): Candidate {
  const layer = feature.layer.id as ClickableLayer
  const onScreen = (line: Position[]) => line.map(([longitude = 0, latitude = 0]) => map.project([longitude, latitude]))
  const { geometry } = feature
  const paths =
    geometry.type === 'Point'
      ? [onScreen([geometry.coordinates])]
      : geometry.type === 'LineString'
        ? [onScreen(geometry.coordinates)]
        : geometry.type === 'MultiLineString'
          ? geometry.coordinates.map(onScreen)
          : [[click.point]]
  return { feature, layer, paths, rank: CLICKABLE_LAYERS.indexOf(layer) }
}

/** The feature that a click means, with a finger's tolerance; undefined for bare ground. */
export function findClickedFeature(map: MapView, click: MapClick, layers: readonly ClickableLayer[]): ClickedFeature | undefined {
  const reach = reachOf(click)
  const { x, y } = click.point
  const shown = layers.filter((layer) => map.getLayer(layer))
  const found = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers: shown },
  )
  // An area counts only where the click is inside it.
  const inside = new Set(map.queryRenderedFeatures([x, y], { layers: shown }).map((feature) => `${feature.layer.id} ${feature.id}`))
  const reachable = found.filter((feature) => !feature.geometry.type.endsWith('Polygon') || inside.has(`${feature.layer.id} ${feature.id}`))
  const picked = pickFeature(
    click.point,
    reachable.map((feature) => toCandidate(map, click, feature)),
    reach,
  )
  if (!picked) return undefined
  const { properties, id } = picked.feature
  return {
    layer: picked.layer,
    code: String(properties.code ?? properties.reference ?? ''),
    service: properties.service as Service,
    id: Number(id),
    properties,
    at: [click.lngLat.lng, click.lngLat.lat],
  }
}

/** Zooms this much nearer to what the tiles only count or merge. */
const NEARER = 2

/** Whether the click is on a count of service points, or on links that are one shape: from nearer they have names. */
function isTooFar(map: MapView, click: MapClick, layers: readonly ClickableLayer[], feature: ClickedFeature | undefined): boolean {
  if (feature) return feature.code === ''
  return layers.includes('service-points') && map.queryRenderedFeatures(click.point, { layers: CELL_LAYERS }).length > 0
}

/**
 * Tells `onClick` which link, device, service point or works a click or tap on the map means, undefined for bare ground.
 * A click on what is only counted from afar zooms in instead. Nothing is told while `layers` is empty, as when a drawing takes the clicks. `layers` has to keep its identity between renders.
 */
export function useFeatureClicks(
  state: MapState,
  layers: readonly ClickableLayer[],
  onClick: (feature: ClickedFeature | undefined) => void,
): void {
  const tell = useEffectEvent(onClick)
  useEffect(() => {
    if (state.status !== 'ready' || layers.length === 0) return
    const { map } = state
    const click = (event: MapClick) => {
      const feature = findClickedFeature(map, event, layers)
      if (isTooFar(map, event, layers, feature)) map.easeTo({ center: event.lngLat, zoom: map.getZoom() + NEARER })
      else tell(feature)
    }
    const point = () => {
      map.getCanvas().style.cursor = 'pointer'
    }
    const unpoint = () => {
      map.getCanvas().style.cursor = ''
    }
    const shown = layers.filter((layer) => map.getLayer(layer))
    map.on('click', click)
    map.on('mouseenter', shown, point)
    map.on('mouseleave', shown, unpoint)
    return () => {
      map.off('click', click)
      map.off('mouseenter', shown, point)
      map.off('mouseleave', shown, unpoint)
      unpoint()
    }
  }, [state, layers])
}
