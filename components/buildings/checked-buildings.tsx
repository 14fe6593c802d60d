import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'

/** What a list names, in words; `added` once that was done. */
export interface CheckedList {
  text: string
  found: string[]
  rejected: Array<{ line: number; text: string; why: string }>
  added: number | null
}

export interface CheckedBuildingsWords {
  /** With "#" for the number. */
  found: string
  rejected: string
  add: string
  added: string
  line: string
}

const withNumber = (words: string, count: number) => words.replace('#', String(count))

/** What a list names and what it does not, line by line, with the button that adds it. */
export function CheckedBuildings({ list, words, pending }: { list: CheckedList; words: CheckedBuildingsWords; pending: boolean }) {
  const { found, rejected, added } = list
  return (
    <div className="space-y-4">
      {added !== null && <Alert tone="clear" title={withNumber(words.added, added)} />}
      {rejected.length > 0 && (
        <Alert tone="coming" title={withNumber(words.rejected, rejected.length)}>
          <ul className="list-disc space-y-1 pl-5">
            {rejected.map(({ line, text, why }) => (
              <li key={line} className="break-words">
                {withNumber(words.line, line)} <q>{text}</q>: {why}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {added === null && (
        <div className="space-y-3">
          <p className="font-semibold">{withNumber(words.found, found.length)}</p>
          <ul className="list-disc space-y-1 pl-6 sm:columns-2">
            {found.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
          {found.length > 0 && (
            <Button type="submit" name="step" value="add" pending={pending}>
              {withNumber(words.add, found.length)}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
