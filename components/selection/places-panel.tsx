'use client'

import { useQuery } from '@tanstack/react-query'
import { MapPin, MapPinOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { StreetSelection } from '@/lib/addresses/street-list'
import { Chip } from './chip'
import { PlaceList, type PlaceListProps } from './place-list'
import { PlaceSentence } from './place-sentence'
import { chosenBoundariesQuery } from './selection-queries'
import { StreetListField } from './street-list-field'
import { toggled } from './toggled'
import { usePlaceWords } from './use-place-words'

export interface PlacesPanelProps extends PlaceListProps {
  onPointStreet: (selection: StreetSelection | null) => void
}

/** Whole places, and what of them is left out. What is chosen comes below the list, so that the next row does not move away from the pointer. */
export function PlacesPanel({ onPointStreet, ...props }: PlacesPanelProps) {
  const t = useTranslations('operator.selection.places')
  const { value, change, actions } = props
  return (
    <div className="space-y-5">
      <PlaceSentence change={change} actions={actions} />
      <PlaceList {...props} />
      <ChosenPlaces {...props} />
      <section aria-label={t('exceptions')}>
        <StreetListField field="exceptStreets" value={value} change={change} actions={actions} onPoint={onPointStreet} />
      </section>
    </div>
  )
}

function ChosenPlaces({ value, change, actions }: PlaceListProps) {
  const t = useTranslations('operator.selection.places')
  const words = usePlaceWords()
  const ids = [...value.places, ...value.exceptPlaces]
  const query = useQuery(chosenBoundariesQuery(actions, ids))
  const known = new Map((query.data?.ok ? query.data.value : []).map((place) => [place.id, words.nameOf(place)]))
  if (ids.length === 0) return null
  const chips = (field: 'places' | 'exceptPlaces') => {
    const Sign = field === 'places' ? MapPin : MapPinOff
    return value[field].map((id) => {
      const name = known.get(id) ?? t('unnamed', { id })
      return (
        <li key={id} className="max-w-full">
          <Chip
            sign={<Sign aria-hidden="true" className="size-4 shrink-0" />}
            removeLabel={t('remove', { name })}
            onRemove={() => change((before) => ({ ...before, [field]: toggled(before[field], id) }))}
          >
            {field === 'places' ? name : t('without', { name })}
          </Chip>
        </li>
      )
    })
  }
  return (
    <ul aria-label={t('chosen')} className="flex flex-wrap gap-2">
      {chips('places')}
      {chips('exceptPlaces')}
    </ul>
  )
}
