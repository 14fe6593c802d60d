'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/text-field'
import type { PlaceList } from '@/lib/addresses/boundary'
import { AnswerState } from './answer-state'
import { onEnter } from './on-enter'
import { PlacePieceRow } from './place-piece-row'
import type { SelectionActions } from './selection-actions'
import { placesQuery } from './selection-queries'
import { StreetPieceRow } from './street-piece-row'
import type { ChangeSelection } from './use-selection-history'

export interface PlaceSentenceProps {
  change: ChangeSelection
  actions: SelectionActions
}

const joined = (before: string, more: string) => [before.trim(), more.trim()].filter(Boolean).join('\n')
const union = (before: readonly number[], more: readonly number[]) => [...new Set([...before, ...more])]

/** "Galliera and Pieve di Cento, but not via Verdi": shown as it was understood before it is taken over. */
export function PlaceSentence({ change, actions }: PlaceSentenceProps) {
  const t = useTranslations('operator.selection.places')
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Record<string, number>>({})
  const query = useQuery(placesQuery(actions, asked))
  const ask = () => {
    setChosen({})
    setAsked(text.trim() === '' ? null : text.trim())
  }
  const idsOf = (pieces: PlaceList['places']) => pieces.flatMap(({ boundary, text: said }) => boundary?.id ?? chosen[said] ?? [])
  const take = ({ places, exceptPlaces, exceptText }: PlaceList) => {
    change((before) => ({
      ...before,
      places: union(before.places, idsOf(places)),
      exceptPlaces: union(before.exceptPlaces, idsOf(exceptPlaces)),
      exceptStreets: joined(before.exceptStreets, exceptText),
    }))
    setText('')
    setAsked(null)
  }
  return (
    <div className="space-y-3" aria-busy={query.isFetching}>
      <TextField
        name="selection-sentence"
        label={t('sentence')}
        hint={t('sentence_hint')}
        value={text}
        maxLength={4_000}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onEnter(ask)}
      />
      <Button variant="secondary" onClick={ask} disabled={text.trim() === ''} pending={query.isFetching}>
        {t('understand')}
      </Button>
      <AnswerState query={query} waiting={t('waiting')}>
        {(list) => {
          const pieces = [...list.places, ...list.exceptPlaces]
          const isClear =
            pieces.length + list.exceptStreets.length > 0 && pieces.every(({ boundary, text: said }) => boundary || chosen[said])
          return (
            <section aria-label={t('understood')} className="space-y-2 rounded-control border border-line bg-sunken p-3">
              <p role="status" className="font-semibold">
                {t(isClear ? 'understood' : pieces.length === 0 ? 'nothing_understood' : 'not_all_understood')}
              </p>
              <ul className="space-y-2">
                {list.places.map((piece) => (
                  <PlacePieceRow
                    key={piece.text}
                    piece={piece}
                    chosen={chosen[piece.text]}
                    onChoose={(id) => setChosen({ ...chosen, [piece.text]: id })}
                  />
                ))}
              </ul>
              {list.exceptPlaces.length + list.exceptStreets.length > 0 && <p className="font-semibold">{t('but_not')}</p>}
              <ul className="space-y-2">
                {list.exceptPlaces.map((piece) => (
                  <PlacePieceRow
                    key={piece.text}
                    piece={piece}
                    chosen={chosen[piece.text]}
                    onChoose={(id) => setChosen({ ...chosen, [piece.text]: id })}
                  />
                ))}
                {list.exceptStreets.map((piece) => (
                  <StreetPieceRow
                    key={`${piece.line} ${piece.text}`}
                    piece={{ ...piece, choices: [] }}
                    onChoose={noChoice}
                    onMend={noChoice}
                    onPoint={noChoice}
                  />
                ))}
              </ul>
              <Button onClick={() => take(list)} disabled={!isClear}>
                {t('take_over')}
              </Button>
            </section>
          )
        }}
      </AnswerState>
    </div>
  )
}

/** Streets are chosen and mended among the exceptions, once they are taken over. */
function noChoice(): void {}
