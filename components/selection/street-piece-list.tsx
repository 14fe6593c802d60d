'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { StreetListPiece } from '@/lib/addresses/street-list'
import { type StreetPieceActions, StreetPieceRow } from './street-piece-row'

/** Rows that are drawn at once: some screens full. */
const PAGE = 40

function Rows({ pieces, ...actions }: { pieces: readonly StreetListPiece[] } & StreetPieceActions) {
  const t = useTranslations('operator.selection.streets')
  const [shown, setShown] = useState(PAGE)
  const more = pieces.length - shown
  return (
    <>
      <ul className="space-y-2">
        {pieces.slice(0, shown).map((piece, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: equal pieces may stand on one line; rows keep no state of their own.
          <StreetPieceRow key={`${piece.line} ${piece.text} ${index}`} piece={piece} {...actions} />
        ))}
      </ul>
      {more > 0 && (
        <Button variant="secondary" onClick={() => setShown(shown + PAGE)}>
          {t('more', { count: more })}
        </Button>
      )}
    </>
  )
}

/** The pieces of a list of streets: what is not settled first, the rest folded away where it is long. */
export function StreetPieceList({ pieces, ...actions }: { pieces: readonly StreetListPiece[] } & StreetPieceActions) {
  const t = useTranslations('operator.selection.streets')
  const [isOpen, setOpen] = useState(false)
  const settled = pieces.filter(({ status }) => status === 'resolved')
  const open = pieces.filter(({ status }) => status !== 'resolved')
  const isLong = settled.length > 8 || open.length > 0
  return (
    <div className="space-y-3">
      <p role="status" className="font-semibold">
        {t('settled', { settled: settled.length, count: pieces.length })}
      </p>
      {open.length > 0 && <Rows pieces={open} {...actions} />}
      {settled.length > 0 && !isLong && <Rows pieces={settled} {...actions} />}
      {settled.length > 0 && isLong && (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)} className="rounded-control border border-line px-3">
          <summary className="flex min-h-11 items-center font-semibold">{t('settled_ones', { count: settled.length })}</summary>
          <div className="space-y-2 pb-3">{isOpen && <Rows pieces={settled} {...actions} />}</div>
        </details>
      )}
    </div>
  )
}
