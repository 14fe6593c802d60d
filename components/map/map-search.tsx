'use client'

import { useQuery } from '@tanstack/react-query'
import { MapPin } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { useSuggestions } from '@/components/addresses/use-suggestions'
import { controlStyle } from '@/components/ui/field'
import { useSettled } from '@/components/works/use-settled'
import type { ItemInput } from '@/lib/geo/map-view/map-view'
import type { Bounds } from './bounds'
import type { MapActions } from './map-actions'
import { MapItemName } from './map-item-name'

/** Milliseconds without a letter. */
const PAUSE = 250

/** Degrees around an address: some hundred metres. */
const AROUND = 0.001

export interface MapSearchProps {
  actions: Pick<MapActions, 'searchNetwork' | 'locateAddress'>
  onPlace: (bounds: Bounds) => void
  onItem: (item: ItemInput) => void
}

const RESULT = 'flex min-h-11 w-full items-center gap-2.5 px-3 py-1.5 text-left hover:bg-sunken'

/** Leads to an address, or to a link, device, service point or works by how its code begins. */
export function MapSearch({ actions, onPlace, onItem }: MapSearchProps) {
  const t = useTranslations('map.view')
  const id = useId()
  const [text, setText] = useState('')
  const [failure, setFailure] = useState('')
  const typed = useSettled(text, PAUSE)
  const addresses = useSuggestions(text)
  const codes = useQuery({ queryKey: ['map-search', typed], queryFn: () => actions.searchNetwork(typed), enabled: typed.trim().length > 1 })
  const items = text.trim().length > 1 && codes.data?.ok ? codes.data.value : []
  const count = items.length + addresses.length
  const locate = async (address: number) => {
    const found = await actions.locateAddress(address)
    setFailure(found.ok ? '' : found.error.message)
    if (!found.ok) return
    const [longitude = 0, latitude = 0] = found.value
    onPlace([longitude - AROUND, latitude - AROUND, longitude + AROUND, latitude + AROUND])
    setText('')
  }
  const select = (item: ItemInput) => {
    onItem(item)
    setText('')
  }
  return (
    <search className="block">
      <label htmlFor={id} className="font-semibold">
        {t('search')}
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        className={controlStyle(failure)}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p role="status" className={text.trim().length > 2 && count === 0 && !codes.isFetching ? 'pt-1 text-ink-soft' : 'sr-only'}>
        {failure || (typed.trim().length > 1 && !codes.isFetching ? t('found', { count }) : '')}
      </p>
      {count > 0 && (
        <ul className="mt-1 max-h-72 overflow-y-auto rounded-control border border-line-strong bg-surface py-1 shadow-card">
          {items.map((item) => (
            <li key={`${item.layer} ${item.service} ${item.code}`}>
              <button type="button" className={RESULT} onClick={() => select(item)}>
                <MapItemName {...item} />
              </button>
            </li>
          ))}
          {addresses.map(({ id: address, label }) => (
            <li key={address}>
              <button type="button" className={RESULT} onClick={() => locate(address)}>
                <MapPin aria-hidden="true" className="size-5 shrink-0" />
                {label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </search>
  )
}
