import { Mark } from './mark'

export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2 text-xl font-extrabold tracking-tight">
      <Mark className="size-8" />
      Preavviso
    </span>
  )
}
