'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Bounds } from '@/components/map/bounds'
import { RoleSign } from '@/components/map/role-legend'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { Service } from '@/lib/db/generated/enums'
import { Chip } from './chip'
import { onEnter } from './on-enter'
import type { PartSelectionDraft } from './part-selection-draft'
import type { SelectionActions } from './selection-actions'
import { pointPlacesQuery } from './selection-queries'
import { toggled } from './toggled'
import type { ChangeSelection } from './use-selection-history'

export interface PointsFieldProps {
  value: PartSelectionDraft
  change: ChangeSelection
  service: Service
  actions: SelectionActions
  onShow: (bounds: Bounds) => void
}

const SIGNS = { add: 'added', remove: 'removed' } as const

/** Single service points by their codes, and which ones were added or taken out. */
export function PointsField({ value, change, service, actions, onShow }: PointsFieldProps) {
  const t = useTranslations('operator.selection.points')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const places = useQuery(pointPlacesQuery(actions, service, [...value.add, ...value.remove]))
  const addresses = new Map((places.data?.ok ? places.data.value : []).map(({ code, address }) => [code, address]))
  const take = async (field: 'add' | 'remove') => {
    const code = text.trim()
    if (code === '') return
    setAsking(true)
    const answer = await actions.findPointPlaces(service, [code])
    setAsking(false)
    if (!answer.ok) return setProblem(answer.error.message)
    const [place] = answer.value
    if (!place) return setProblem(t('unknown', { code }))
    const other = field === 'add' ? 'remove' : 'add'
    setProblem(null)
    setText('')
    onShow([place.longitude, place.latitude, place.longitude, place.latitude])
    change((before) => ({
      ...before,
      [field]: before[field].includes(code) ? before[field] : [...before[field], code],
      [other]: before[other].filter((known) => known !== code),
    }))
  }
  return (
    <section aria-label={t('title')} className="space-y-3">
      <TextField
        name="selection-point"
        label={t('code')}
        hint={t('code_hint')}
        error={problem}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onEnter(() => take('add'))}
      />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" disabled={text.trim() === ''} pending={isAsking} onClick={() => take('add')}>
          {t('add')}
        </Button>
        <Button variant="secondary" disabled={text.trim() === ''} pending={isAsking} onClick={() => take('remove')}>
          {t('take_out')}
        </Button>
      </div>
      {value.add.length + value.remove.length > 0 && (
        <ul aria-label={t('chosen')} className="flex max-h-56 flex-wrap gap-2 overflow-y-auto">
          {(['add', 'remove'] as const).flatMap((field) =>
            value[field].map((code) => (
              <li key={`${field} ${code}`} className="max-w-full">
                <Chip
                  sign={<RoleSign role={SIGNS[field]} />}
                  removeLabel={t('undo', { code })}
                  onRemove={() => change((before) => ({ ...before, [field]: toggled(before[field], code) }))}
                >
                  {t(field === 'add' ? 'added' : 'removed', { code })}
                  {addresses.get(code) && <span className="block text-[0.94rem] text-ink-soft">{addresses.get(code)}</span>}
                </Chip>
              </li>
            )),
          )}
        </ul>
      )}
    </section>
  )
}
