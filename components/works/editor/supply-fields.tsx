'use client'

import { X } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Suggestion } from '@/components/addresses/use-suggestions'
import type { Bounds } from '@/components/map/bounds'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { ActionResult } from '@/lib/http/action'
import { SUPPLY_PLACE_KINDS, type SupplyPlace } from '@/lib/works/works'
import { type EditorSupplyPlace, nextKey } from './editor-draft'
import { PlaceSearch } from './place-search'

const SupplyMap = dynamic(() => import('./supply-map').then((module) => module.SupplyMap), { ssr: false })

/** Metres would be too fine here: so many decimals are about a decimetre. */
const DECIMALS = 6

export interface SupplyFieldsProps {
  places: readonly EditorSupplyPlace[]
  onChange: (change: (places: EditorSupplyPlace[]) => EditorSupplyPlace[]) => void
  /** Longitude and latitude of an address. */
  locate: (addressId: number) => Promise<ActionResult<[number, number]>>
  bounds: Bounds
  token?: string | undefined
  errorOf: (field: string) => string | undefined
}

const round = ([longitude, latitude]: [number, number]): [number, number] => [
  Number(longitude.toFixed(DECIMALS)),
  Number(latitude.toFixed(DECIMALS)),
]

/** Where water is to be had meanwhile: put on the map by a click or by an address, named and described in a list. */
export function SupplyFields({ places, onChange, locate, bounds, token, errorOf }: SupplyFieldsProps) {
  const t = useTranslations('operator.editor.supply')
  const [isOpen, setOpen] = useState(places.length > 0)
  const [problem, setProblem] = useState<string | null>(null)
  const add = (at: [number, number], label = '') =>
    onChange((before) => [...before, { key: nextKey(before), kind: 'tanker', label, note: '', at: round(at) }])
  const change = (key: number, part: Partial<SupplyPlace>) =>
    onChange((before) => before.map((place) => (place.key === key ? { ...place, ...part } : place)))
  const addAddress = async ({ id, label }: Suggestion) => {
    const found = await locate(id).catch(() => null)
    setProblem(found?.ok ? null : (found?.error.message ?? t('unreachable')))
    if (found?.ok) add(found.value, label)
  }
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className="rounded-card border border-line px-4">
      <summary className="flex min-h-13 items-center text-lg font-bold">{t('title', { count: places.length })}</summary>
      {isOpen && (
        <div className="space-y-4 pb-4">
          <p className="text-[0.94rem] text-ink-soft">{t('hint')}</p>
          <PlaceSearch key={places.length} onChoose={addAddress} />
          {problem && <Alert tone="danger" role="alert" title={problem} />}
          <SupplyMap
            places={places}
            bounds={bounds}
            token={token}
            onPlace={(at) => add(at)}
            onMove={(key, at) => change(key, { at: round(at) })}
          />
          <ol className="space-y-4">
            {places.map((place, index) => (
              <SupplyPlaceFields
                key={place.key}
                place={place}
                index={index}
                errorOf={errorOf}
                onChange={(part) => change(place.key, part)}
                onRemove={() => onChange((before) => before.filter(({ key }) => key !== place.key))}
              />
            ))}
          </ol>
          <p role="status" className="sr-only">
            {t('count', { count: places.length })}
          </p>
        </div>
      )}
    </details>
  )
}

interface SupplyPlaceFieldsProps extends Pick<SupplyFieldsProps, 'errorOf'> {
  place: EditorSupplyPlace
  index: number
  onChange: (part: Partial<SupplyPlace>) => void
  onRemove: () => void
}

function SupplyPlaceFields({ place, index, errorOf, onChange, onRemove }: SupplyPlaceFieldsProps) {
  const t = useTranslations('operator.editor.supply')
  const kinds = useTranslations('outage.supply_kind')
  const path = `supplyPlaces.${index}`
  const number = index + 1
  return (
    <li className="grid items-start gap-3 rounded-control border border-line p-3 sm:grid-cols-2">
      <SelectField
        name={`${path}.kind`}
        label={t('kind', { number })}
        value={place.kind}
        options={SUPPLY_PLACE_KINDS.map((value) => ({ value, label: kinds(value) }))}
        onChange={(event) => onChange({ kind: SUPPLY_PLACE_KINDS.find((kind) => kind === event.target.value) ?? place.kind })}
      />
      <TextField
        name={`${path}.label`}
        label={t('label', { number })}
        value={place.label}
        maxLength={120}
        error={errorOf(`${path}.label`)}
        onChange={(event) => onChange({ label: event.target.value })}
      />
      <TextField
        name={`${path}.note`}
        label={t('note', { number })}
        value={place.note}
        maxLength={200}
        error={errorOf(`${path}.note`)}
        onChange={(event) => onChange({ note: event.target.value })}
      />
      <Button variant="quiet" className="self-end justify-self-start" onClick={onRemove}>
        <X aria-hidden="true" className="size-5" />
        {t('remove', { number })}
      </Button>
    </li>
  )
}
