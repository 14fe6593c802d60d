import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CALL_NOTE_KINDS, type CallNoteCounts } from '@/lib/call-centre/call-centre'

/** How many rang about works, by what they said. */
export function CallCounts({ calls }: { calls: CallNoteCounts }) {
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
      </dl>
    </Card>
  )
}
