'use client'

import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { controlStyle } from '@/components/ui/field'
import type { ListProblem, StreetChoice, StreetListPiece, StreetSelection } from '@/lib/addresses/street-list'

export interface StreetPieceActions {
  onChoose: (piece: StreetListPiece, choice: StreetChoice) => void
  onMend: (piece: StreetListPiece, choice: StreetChoice) => void
  /** The piece that the pointer or the focus is at. */
  onPoint: (selection: StreetSelection | null) => void
}

const SIGNS = { resolved: CircleCheck, ambiguous: CircleHelp, unknown: CircleX } as const
const EDGES = { resolved: 'border-clear-edge', ambiguous: 'border-coming-edge', unknown: 'border-running-edge' } as const

function useProblemWords(): (problem: ListProblem) => string {
  const errors = useTranslations('errors') as (key: string, params?: ListProblem['params']) => string
  return ({ reason, params }) => errors(reason, params)
}

/** One street of a list: what it was understood as, or what there is to choose or to mend. */
export function StreetPieceRow({ piece, onChoose, onMend, onPoint }: { piece: StreetListPiece } & StreetPieceActions) {
  const t = useTranslations('operator.selection.streets')
  const words = useProblemWords()
  const Sign = SIGNS[piece.status]
  return (
    <li className={`flex gap-2.5 border-l-4 py-1.5 pl-2.5 ${EDGES[piece.status]}`}>
      <Sign role="img" aria-label={t(`status.${piece.status}`)} className="mt-1 size-5 shrink-0" />
      <div className="min-w-0 flex-1 space-y-1 [overflow-wrap:anywhere]">
        {piece.selection ? (
          <Resolved piece={piece} selection={piece.selection} onPoint={onPoint} />
        ) : (
          <p className="font-semibold">{piece.text}</p>
        )}
        {piece.problem && <p className="text-danger-ink">{words(piece.problem)}</p>}
        {piece.note && <p className="text-coming-ink">{words(piece.note)}</p>}
        {piece.status === 'ambiguous' && <ChoiceField piece={piece} onChoose={onChoose} />}
        {piece.status === 'unknown' && piece.choices && <Suggestions piece={piece} choices={piece.choices} onMend={onMend} />}
      </div>
    </li>
  )
}

type ResolvedProps = { piece: StreetListPiece; selection: StreetSelection } & Pick<StreetPieceActions, 'onPoint'>

function Resolved({ piece, selection, onPoint }: ResolvedProps) {
  const t = useTranslations('operator.selection.streets')
  const point = () => onPoint(selection)
  const leave = () => onPoint(null)
  return (
    <button
      type="button"
      className="min-h-8 w-full rounded-control text-left hover:bg-sunken"
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
      onClick={point}
    >
      <span className="font-semibold">{selection.label}</span>{' '}
      <span className="text-ink-soft">{t(selection.ranges ? 'some_numbers' : 'all_numbers', { count: piece.addresses })}</span>
      {piece.isInferred && <span className="block text-coming-ink">{t('taken_for', { text: piece.text })}</span>}
      {!piece.isInferred && <span className="block text-[0.94rem] text-ink-soft">{piece.text}</span>}
    </button>
  )
}

function ChoiceField({ piece, onChoose }: { piece: StreetListPiece } & Pick<StreetPieceActions, 'onChoose'>) {
  const t = useTranslations('operator.selection.streets')
  const id = useId()
  const choices = piece.choices ?? []
  return (
    <div>
      <label htmlFor={id} className="text-[0.94rem]">
        {t('choose', { text: piece.text })}
      </label>
      <select
        id={id}
        className={controlStyle(null)}
        value=""
        onChange={(event) => {
          const choice = choices.find(({ streetId }) => String(streetId) === event.target.value)
          if (choice) onChoose(piece, choice)
        }}
      >
        <option value="">{t('choose_one')}</option>
        {choices.map(({ streetId, label, municipality }) => (
          <option key={streetId} value={streetId}>
            {`${label}, ${municipality}`}
          </option>
        ))}
      </select>
    </div>
  )
}

function Suggestions({ piece, choices, onMend }: { piece: StreetListPiece; choices: StreetChoice[] } & Pick<StreetPieceActions, 'onMend'>) {
  const t = useTranslations('operator.selection.streets')
  return (
    <div>
      <p className="text-[0.94rem]">{t('meant')}</p>
      <ul className="flex flex-wrap gap-2">
        {choices.slice(0, 5).map((choice) => (
          <li key={choice.streetId}>
            <button
              type="button"
              className="min-h-11 rounded-control border border-line-strong bg-surface px-3 text-left hover:bg-sunken"
              onClick={() => onMend(piece, choice)}
            >
              {`${choice.label}, ${choice.municipality}`}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
