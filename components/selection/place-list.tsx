'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { TextField } from '@/components/ui/text-field'
import { useSettled } from '@/components/works/use-settled'
import type { Boundary } from '@/lib/addresses/boundary'
import type { Service } from '@/lib/db/generated/enums'
import { AnswerState } from './answer-state'
import type { PartSelectionDraft } from './part-selection-draft'
import type { SelectionActions } from './selection-actions'
import { boundariesQuery } from './selection-queries'
import { toggled } from './toggled'
import { usePlaceWords } from './use-place-words'
import type { ChangeSelection } from './use-selection-history'

export interface PlaceListProps {
  value: PartSelectionDraft
  change: ChangeSelection
  service: Service
  actions: SelectionActions
  /** The place that the pointer or the focus is at. */
  onPoint: (id: number | null) => void
}

/** Places that are listed at once; the search finds the rest. */
const SHOWN = 30
const PAUSE = 250

const TOGGLE =
  'min-h-11 rounded-control border border-line-strong px-3 font-medium hover:bg-sunken aria-pressed:border-brand aria-pressed:bg-brand aria-pressed:text-on-brand'

/** All municipalities, quarters and zones by name: each can be cut, or left out of what is cut. */
export function PlaceList({ value, change, service, actions, onPoint }: PlaceListProps) {
  const t = useTranslations('operator.selection.places')
  const [text, setText] = useState('')
  const query = useQuery(boundariesQuery(actions, useSettled(text.trim(), PAUSE)))
  return (
    <div className="space-y-2" aria-busy={query.isFetching}>
      <TextField
        type="search"
        name="selection-place-search"
        label={t('search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <AnswerState query={query} waiting={t('waiting')}>
        {(all) => {
          const places = all.filter((place) => place.service === null || place.service === service)
          return (
            <>
              <p role="status" className="text-[0.94rem] text-ink-soft">
                {places.length === 0 ? t(text.trim() === '' ? 'none' : 'none_found') : t('found', { count: places.length })}
              </p>
              <ul className="max-h-80 divide-y divide-line overflow-y-auto rounded-control border border-line empty:hidden">
                {places.slice(0, SHOWN).map((place) => (
                  <PlaceRow key={place.id} place={place} value={value} change={change} onPoint={onPoint} />
                ))}
              </ul>
              {places.length > SHOWN && <p className="text-[0.94rem] text-ink-soft">{t('more', { count: places.length - SHOWN })}</p>}
            </>
          )
        }}
      </AnswerState>
    </div>
  )
}

function PlaceRow({ place, value, change, onPoint }: { place: Boundary } & Pick<PlaceListProps, 'value' | 'change' | 'onPoint'>) {
  const t = useTranslations('operator.selection.places')
  const words = usePlaceWords()
  const { id, name } = place
  const without = (ids: readonly number[]) => ids.filter((other) => other !== id)
  const pointed = {
    onMouseEnter: () => onPoint(id),
    onMouseLeave: () => onPoint(null),
    onFocus: () => onPoint(id),
    onBlur: () => onPoint(null),
  }
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5">
      <span className="min-w-32 flex-1 [overflow-wrap:anywhere]">
        <span className="font-semibold">{name}</span> <span className="text-ink-soft">{words.kindOf(place)}</span>
      </span>
      <span className="flex gap-2">
        <button
          type="button"
          className={TOGGLE}
          aria-pressed={value.places.includes(id)}
          aria-label={t('cut_name', { name })}
          onClick={() =>
            change((before) => ({ ...before, places: toggled(before.places, id), exceptPlaces: without(before.exceptPlaces) }))
          }
          {...pointed}
        >
          {t('cut')}
        </button>
        <button
          type="button"
          className={TOGGLE}
          aria-pressed={value.exceptPlaces.includes(id)}
          aria-label={t('except_name', { name })}
          onClick={() =>
            change((before) => ({ ...before, exceptPlaces: toggled(before.exceptPlaces, id), places: without(before.places) }))
          }
          {...pointed}
        >
          {t('except')}
        </button>
      </span>
    </li>
  )
}
