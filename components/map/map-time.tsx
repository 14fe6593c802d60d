import { useFormatter } from 'next-intl'

/** An instant in the utility's zone. */
export function MapTime({ at, zone }: { at: string; zone: string }) {
  const format = useFormatter()
  return (
    <time dateTime={at}>
      {format.dateTime(new Date(at), {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        timeZone: zone,
      })}
    </time>
  )
}
