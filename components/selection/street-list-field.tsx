'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { TextArea } from '@/components/ui/text-area'
import { useSettled } from '@/components/works/use-settled'
import type { StreetListPiece, StreetSelection } from '@/lib/addresses/street-list'
import { AnswerState } from './answer-state'
import { mendPiece } from './mend-piece'
import type { PartSelectionDraft } from './part-selection-draft'
import type { SelectionActions } from './selection-actions'
import { streetsQuery } from './selection-queries'
import { StreetPieceList } from './street-piece-list'
import type { ChangeSelection } from './use-selection-history'

export interface StreetListFieldProps {
  field: 'streets' | 'exceptStreets'
  value: PartSelectionDraft
  change: ChangeSelection
  actions: SelectionActions
  onPoint: (selection: StreetSelection | null) => void
}

/** A pause in typing of so many milliseconds is the moment to ask. */
export const STREETS_PAUSE = 300

/** A list of streets as offices write them, and below it what each piece was understood as. */
export function StreetListField({ field, value, change, actions, onPoint }: StreetListFieldProps) {
  const t = useTranslations('operator.selection')
  const text = value[field]
  const settled = useSettled(text, STREETS_PAUSE)
  const query = useQuery(streetsQuery(actions, settled, value.streetChoices))
  const write = (next: string) => change((before) => ({ ...before, [field]: next }), field)
  const choose = (piece: StreetListPiece, streetId: number) =>
    change((before) => ({ ...before, streetChoices: { ...before.streetChoices, [piece.text]: streetId } }))
  return (
    <div className="space-y-3" aria-busy={query.isFetching}>
      <TextArea
        name={`selection-${field}`}
        label={t(`${field}.label`)}
        hint={t(`${field}.hint`)}
        rows={field === 'streets' ? 6 : 2}
        value={text}
        maxLength={field === 'streets' ? 100_000 : 20_000}
        spellCheck={false}
        onChange={(event) => write(event.target.value)}
      />
      <AnswerState query={query} waiting={t('streets.waiting')}>
        {(pieces) => (
          <StreetPieceList
            pieces={pieces}
            onPoint={onPoint}
            onChoose={(piece, { streetId }) => choose(piece, streetId)}
            onMend={(piece, { streetId, label }) => {
              const mended = mendPiece(text, piece, label)
              if (mended === null) return choose(piece, streetId)
              change((before) => ({
                ...before,
                [field]: mended.list,
                streetChoices: { ...before.streetChoices, [mended.piece]: streetId },
              }))
            }}
          />
        )}
      </AnswerState>
    </div>
  )
}
