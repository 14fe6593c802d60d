import { Alert } from '@/components/ui/alert'
import { DescriptionList } from '@/components/ui/description-list'
import type { Tone } from '@/components/ui/tone'
import type { VerdictWords } from './describe-verdict'

/** What stands beside the pieces of a text. */
export type VerdictLabels = Record<'pieces' | 'ours' | 'other', string>

const TONES: Record<VerdictWords['verdict'], Tone> = {
  ours: 'clear',
  partly: 'coming',
  strangers: 'danger',
  letter: 'info',
  unknown: 'unknown',
  too_short: 'info',
  unavailable: 'unknown',
}

export interface VerdictProps {
  locale: string
  words: VerdictWords
  labels: VerdictLabels
}

/** What we know of a text: first yes or no, then which of our messages it is, then how the works stand now. */
export function Verdict({ locale, words, labels }: VerdictProps) {
  const { verdict, title, texts, facts, pieces, link } = words
  return (
    <div className="space-y-5">
      <Alert tone={TONES[verdict]} title={<span className="text-xl">{title}</span>}>
        {texts.map((text) => (
          <p key={text} className="break-words">
            {text}
          </p>
        ))}
      </Alert>
      {pieces.length > 0 && <Pieces pieces={pieces} labels={labels} />}
      {facts.length > 0 && <DescriptionList items={facts.map(({ term, text }) => ({ term, details: text }))} />}
      {link && (
        <a
          href={`/${locale}${link.href}`}
          className="inline-flex min-h-11 items-center font-medium text-brand underline underline-offset-4"
        >
          {link.label}
        </a>
      )}
    </div>
  )
}

/** Each piece says whose it is, in words and by its edge. */
function Pieces({ pieces, labels }: { pieces: VerdictWords['pieces']; labels: VerdictLabels }) {
  return (
    <section aria-label={labels.pieces} className="space-y-2">
      {pieces.map(({ text, isOurs }) => (
        <p
          key={text}
          className={`rounded-control border-l-6 bg-surface p-3 break-words whitespace-pre-line ${isOurs ? 'border-clear-edge' : 'border-running-edge'}`}
        >
          <strong className="block text-[0.94rem]">{isOurs ? labels.ours : labels.other}</strong>
          {text.trim()}
        </p>
      ))}
    </section>
  )
}
