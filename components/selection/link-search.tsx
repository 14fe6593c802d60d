'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Bounds } from '@/components/map/bounds'
import { TextField } from '@/components/ui/text-field'
import { useSettled } from '@/components/works/use-settled'
import type { Service } from '@/lib/db/generated/enums'
import type { NetworkPlace } from '@/lib/network/network'
import { AnswerState } from './answer-state'
import { onEnter } from './on-enter'
import type { PartSelectionDraft } from './part-selection-draft'
import type { SelectionActions } from './selection-actions'
import { networkPlacesQuery } from './selection-queries'
import type { ChangeSelection } from './use-selection-history'

const PAUSE = 200

export interface LinkSearchProps {
  value: PartSelectionDraft
  change: ChangeSelection
  service: Service
  actions: SelectionActions
  onShow: (bounds: Bounds) => void
}

/** Finds links and devices by the beginning of their code. */
export function LinkSearch({ value, change, service, actions, onShow }: LinkSearchProps) {
  const t = useTranslations('operator.selection.trace')
  const [text, setText] = useState('')
  const query = useQuery(networkPlacesQuery(actions, service, useSettled(text.trim(), PAUSE)))
  const add = ({ what, code, longitude, latitude }: NetworkPlace) => {
    onShow([longitude, latitude, longitude, latitude])
    const field = what === 'link' ? 'links' : 'stuck'
    change((before) => (before[field].includes(code) ? before : { ...before, [field]: [...before[field], code] }))
  }
  const offered = (places: readonly NetworkPlace[]) =>
    places.filter(({ what, code }) =>
      what === 'link' ? !value.links.includes(code) : value.links.length > 0 && !value.stuck.includes(code),
    )
  const addTyped = () => {
    const wanted = text.trim().toLowerCase()
    const found = query.data?.ok ? offered(query.data.value) : []
    const place = found.find(({ code }) => code.toLowerCase() === wanted) ?? (found.length === 1 ? found[0] : undefined)
    if (place) add(place)
  }
  return (
    <div className="space-y-1" aria-busy={query.isFetching}>
      <TextField
        type="search"
        name="selection-link-search"
        label={t('search')}
        hint={t('search_hint')}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onEnter(addTyped)}
      />
      <AnswerState query={query} waiting={t('searching')}>
        {(places) => (
          <>
            <p role="status" className="text-[0.94rem] text-ink-soft">
              {t('found', { count: places.length })}
            </p>
            <ul className="flex max-h-56 flex-wrap gap-2 overflow-y-auto empty:hidden">
              {offered(places).map((place) => (
                <li key={`${place.what} ${place.code}`}>
                  <button
                    type="button"
                    className="inline-flex min-h-11 items-center gap-2 rounded-control border border-line-strong bg-surface px-3 hover:bg-sunken"
                    onClick={() => add(place)}
                  >
                    <Plus aria-hidden="true" className="size-4" />
                    {place.what === 'link' ? t('add_link', { code: place.code }) : t('mark_stuck', { service, code: place.code })}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </AnswerState>
    </div>
  )
}
