import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CALL_NOTE_KINDS, type CallNoteCounts } from '@/lib/call-centre/call-centre'

export interface CallCountsProps {
  calls: CallNoteCounts
  /** How many said online that they still have no supply. */
  stillNone: number
}

/** How many rang about works, by what they said; and who said the same without ringing. */
export function CallCounts({ calls, stillNone }: CallCountsProps) {
  const t = useTranslations('callCentre')
  return (
    <Card as="section" aria-labelledby="call-counts" className="space-y-3">
      <h2 id="call-counts" className="text-xl">
        {t('works.calls')}
      </h2>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
        {CALL_NOTE_KINDS.map((kind) => (
          <div key={kind} className="contents">
            <dt>{t(`notes.kinds.${kind}`)}</dt>
            <dd className="text-right font-semibold tabular-nums">{calls[kind]}</dd>
          </div>
        ))}
        <div className="contents">
          <dt>{t('works.still_none')}</dt>
          <dd className="text-right font-semibold tabular-nums">{stillNone}</dd>
        </div>
      </dl>
    </Card>
  )
}
