import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Instant } from '@/components/works/instant'
import type { CallerTarget, CallNote } from '@/lib/call-centre/call-centre'
import { CallNoteForm, type CallNoteFormProps } from './call-note-form'

export interface CallNotesProps extends Omit<CallNoteFormProps, 'target'> {
  target: CallerTarget | { reference: string }
  notes: readonly CallNote[]
  zone: string
}

/** What this call was about, and what earlier ones were. */
export function CallNotes({ target, notes, works, zone, write }: CallNotesProps) {
  const t = useTranslations('callCentre.notes')
  return (
    <Card as="section" aria-labelledby="calls" className="space-y-5">
      <h2 id="calls" className="text-xl">
        {t('title')}
      </h2>
      <CallNoteForm target={target} works={works} write={write} />
      {notes.length === 0 && <p className="text-ink-soft">{t('none')}</p>}
      <ul className="divide-y divide-line">
        {notes.map(({ id, at, by, kind, text, reference }) => (
          <li key={id} className="space-y-1 py-3 last:pb-0">
            <strong className="font-semibold">{t(`kinds.${kind}`)}</strong>
            {text && <p className="break-words whitespace-pre-line">{text}</p>}
            <p className="text-[0.94rem] text-ink-soft">
              <Instant at={at} zone={zone} short /> · {by}
              {reference && ` · ${reference}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
