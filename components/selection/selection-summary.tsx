'use client'

import { useQuery } from '@tanstack/react-query'
import { Redo2, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useSettled } from '@/components/works/use-settled'
import { Chip } from './chip'
import type { PartSelectionDraft } from './part-selection-draft'
import { roughCount } from './rough-count'
import type { SelectionActions } from './selection-actions'
import { chosenBoundariesQuery, streetsQuery } from './selection-queries'
import { STREETS_PAUSE } from './street-list-field'
import { usePlaceWords } from './use-place-words'
import type { SelectionHistory } from './use-selection-history'

export interface SelectionSummaryProps {
  value: PartSelectionDraft
  history: SelectionHistory
  actions: SelectionActions
}

interface Entry {
  key: string
  words: string
  without: Partial<PartSelectionDraft>
}

function usePieceCount(actions: SelectionActions, text: string, choices: Record<string, number>): number {
  const { data } = useQuery(streetsQuery(actions, useSettled(text, STREETS_PAUSE), choices))
  if (text.trim() === '') return 0
  return data?.ok ? data.value.length : roughCount(text)
}

/** Everything that is chosen, in a line each, with what takes it away. */
export function SelectionSummary({ value, history, actions }: SelectionSummaryProps) {
  const t = useTranslations('operator.selection.summary')
  const words = usePlaceWords()
  const streets = usePieceCount(actions, value.streets, value.streetChoices)
  const exceptStreets = usePieceCount(actions, value.exceptStreets, value.streetChoices)
  const ids = [...value.places, ...value.exceptPlaces]
  const found = useQuery(chosenBoundariesQuery(actions, ids)).data
  const known = new Map((found?.ok ? found.value : []).map((place) => [place.id, words.nameOf(place)]))
  const nameOf = (id: number) => known.get(id) ?? t('place', { id })
  const areas = value.area?.coordinates.length ?? 0
  const entries: Array<Entry | false> = [
    areas > 0 && { key: 'area', words: t('areas', { count: areas }), without: { area: null } },
    value.streets.trim() !== '' && { key: 'streets', words: t('streets', { count: streets }), without: { streets: '' } },
    ...value.places.map((id) => ({
      key: `place ${id}`,
      words: nameOf(id),
      without: { places: value.places.filter((other) => other !== id) },
    })),
    ...value.exceptPlaces.map((id) => ({
      key: `except ${id}`,
      words: t('except_place', { name: nameOf(id) }),
      without: { exceptPlaces: value.exceptPlaces.filter((other) => other !== id) },
    })),
    value.exceptStreets.trim() !== '' && {
      key: 'except streets',
      words: t('except_streets', { count: exceptStreets }),
      without: { exceptStreets: '' },
    },
    value.links.length > 0 && {
      key: 'trace',
      words: t('trace', { count: value.links.length, codes: value.links.slice(0, 3).join(', ') }),
      without: { links: [], stuck: [], feeding: [] },
    },
    value.add.length > 0 && { key: 'add', words: t('added', { count: value.add.length }), without: { add: [] } },
    value.remove.length > 0 && { key: 'remove', words: t('removed', { count: value.remove.length }), without: { remove: [] } },
  ]
  const shown = entries.filter((entry) => entry !== false)
  return (
    <section aria-labelledby="selection-summary" className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p id="selection-summary" className="font-bold">
          {t('title')}
        </p>
        <div className="flex flex-wrap gap-1">
          <Button variant="quiet" className="px-3" disabled={!history.undo} onClick={() => history.undo?.()}>
            <Undo2 aria-hidden="true" className="size-5" />
            {t('undo')}
          </Button>
          <Button variant="quiet" className="px-3" disabled={!history.redo} onClick={() => history.redo?.()}>
            <Redo2 aria-hidden="true" className="size-5" />
            {t('redo')}
          </Button>
        </div>
      </div>
      {shown.length === 0 ? (
        <p className="text-ink-soft">{t('empty')}</p>
      ) : (
        <ul aria-label={t('title')} className="flex flex-wrap gap-2">
          {shown.map(({ key, words: entry, without }) => (
            <li key={key} className="max-w-full">
              <Chip removeLabel={t('remove', { what: entry })} onRemove={() => history.change((before) => ({ ...before, ...without }))}>
                {entry}
              </Chip>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
