'use client'

import type { MultiPolygon } from 'geojson'
import { Trash2 } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { boundsOf } from '@/components/map/bounds'
import { removePolygon } from '@/components/map/draw-edit'
import { hectaresOf } from './area-size'
import { AreaUpload } from './area-upload'
import { PointsField, type PointsFieldProps } from './points-field'

/** What is drawn, as a list; areas from files; and single service points. */
export function DrawPanel(props: PointsFieldProps) {
  const { change, onShow } = props
  const add = (more: MultiPolygon) => {
    change((before) => ({ ...before, area: { ...more, coordinates: [...(before.area?.coordinates ?? []), ...more.coordinates] } }))
    const around = boundsOf(more.coordinates.flat(2))
    if (around) onShow(around)
  }
  return (
    <div className="space-y-5">
      <DrawnShapes {...props} />
      <AreaUpload onArea={add} />
      <PointsField {...props} />
    </div>
  )
}

function DrawnShapes({ value, change, onShow }: PointsFieldProps) {
  const t = useTranslations('operator.selection.drawn')
  const format = useFormatter()
  const shapes = value.area?.coordinates ?? []
  if (shapes.length === 0) return <p className="text-ink-soft">{t('none')}</p>
  return (
    <ul aria-label={t('title')} className="max-h-64 divide-y divide-line overflow-y-auto rounded-control border border-line">
      {shapes.map((rings, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes are told apart by their place alone.
        <li key={index} className="flex items-center justify-between gap-2 pl-3">
          <button
            type="button"
            className="min-h-11 flex-1 text-left underline-offset-4 hover:underline"
            onClick={() => {
              const around = boundsOf(rings.flat())
              if (around) onShow(around)
            }}
          >
            {t('shape', {
              number: index + 1,
              corners: rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0),
              size: format.number(hectaresOf(rings), { maximumSignificantDigits: 3 }),
            })}
          </button>
          <button
            type="button"
            aria-label={t('remove', { number: index + 1 })}
            title={t('remove', { number: index + 1 })}
            className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-control hover:bg-sunken"
            onClick={() => change((before) => ({ ...before, area: before.area && removePolygon(before.area, index) }))}
          >
            <Trash2 aria-hidden="true" className="size-5" />
          </button>
        </li>
      ))}
    </ul>
  )
}
