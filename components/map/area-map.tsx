import type { MultiPolygon, Position } from 'geojson'
import { useTranslations } from 'next-intl'
import type { Service } from '@/lib/db/generated/enums'
import { AreaMapLoader } from './area-map-loader'
import { boundsOf } from './bounds'
import type { Mark, NumberedArea } from './map-content'
import { mapWords } from './map-words'

export interface AreaMapProps {
  area?: MultiPolygon | null
  /** The works of a list: then the map shows these works and no others. */
  numbered?: readonly NumberedArea[]
  /** Longitude and latitude of a place to mark. */
  point?: Position
  /** Places to mark as well, each with the words that its mark bears. */
  marks?: readonly Mark[]
  /** What the map shows, in words, for those who do not see it. */
  label: string
  /** `asked`: behind a button, so that the page stays light. `visible`: as soon as it comes into view. */
  load?: 'asked' | 'visible'
  /** Mapbox's token, where the installation has one. */
  token?: string
  /** Whose pipes or cables to show; only for readers who may see the network. */
  network?: Service
  className?: string
}

/** A map to look at: an area, a place, or both. Without either there is nothing to show, and it shows nothing. */
export function AreaMap({
  area = null,
  numbered = [],
  point,
  marks = [],
  label,
  load = 'asked',
  token,
  network,
  className = '',
}: AreaMapProps) {
  const t = useTranslations('map')
  const areas = [area, ...numbered.map((one) => one.area)]
  const corners = areas.flatMap((one) => one?.coordinates.flat(2) ?? [])
  const bounds = boundsOf([...corners, ...(point ? [point] : []), ...marks.map(({ at }) => at)])
  if (!bounds) return null
  return (
    <AreaMapLoader
      load={load}
      label={label}
      className={className}
      words={{ show: t('show'), loading: t('loading'), failed: t('failed') }}
      view={{
        area,
        numbered,
        point: point ?? null,
        marks: marks.map((mark) => ({ at: mark.at, label: mark.label })),
        token,
        network: network ?? null,
        bounds,
        words: mapWords(t),
      }}
    />
  )
}
