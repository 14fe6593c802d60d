'use client'

import { CircleCheck, CircleHelp, CircleX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { controlStyle } from '@/components/ui/field'
import type { PlaceListPiece } from '@/lib/addresses/boundary'
import type { ErrorDetail } from '@/lib/errors'
import { usePlaceWords } from './use-place-words'

export interface PlacePieceRowProps {
  piece: PlaceListPiece
  /** The boundary that was chosen for an ambiguous piece. */
  chosen: number | undefined
  onChoose: (id: number) => void
}

const SIGNS = { resolved: CircleCheck, ambiguous: CircleHelp, unknown: CircleX } as const

/** One place of a sentence: what it was understood as, or what there is to choose. */
export function PlacePieceRow({ piece, chosen, onChoose }: PlacePieceRowProps) {
  const t = useTranslations('operator.selection')
  const errors = useTranslations('errors') as (key: string, params?: ErrorDetail['params']) => string
  const words = usePlaceWords()
  const id = useId()
  const Sign = SIGNS[piece.status]
  const choices = piece.boundary ? [] : (piece.choices ?? [])
  return (
    <li className="flex gap-2.5">
      <Sign role="img" aria-label={t(`streets.status.${piece.status}`)} className="mt-0.5 size-5 shrink-0" />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <p className="font-semibold">{piece.boundary ? words.nameOf(piece.boundary) : piece.text}</p>
        {piece.isInferred && <p className="text-coming-ink">{t('streets.taken_for', { text: piece.text })}</p>}
        {piece.problem && <p className="text-danger-ink">{errors(piece.problem.reason, piece.problem.params)}</p>}
        {choices.length > 0 && (
          <>
            <label htmlFor={id} className="text-[0.94rem]">
              {t('streets.choose', { text: piece.text })}
            </label>
            <select id={id} className={controlStyle(null)} value={chosen ?? ''} onChange={(event) => onChoose(Number(event.target.value))}>
              <option value="" disabled>
                {t('streets.choose_one')}
              </option>
              {choices.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {`${choice.name} – ${words.kindOf(choice)}`}
                </option>
              ))}
            </select>
          </>
        )}
      </div>
    </li>
  )
}
