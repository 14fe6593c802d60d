import { TextArea } from '@/components/ui/text-area'

export interface ReasonFieldProps {
  name: string
  label: string
  hint: string
  value: string
  onWrite: (reason: string) => void
  error: string | undefined
}

/** Why something is done: a sentence that has to be given. */
export function ReasonField({ onWrite, ...field }: ReasonFieldProps) {
  return <TextArea {...field} required minLength={3} maxLength={500} onChange={(event) => onWrite(event.target.value)} />
}
