/** An ISO instant as clocks in `zone` show it, in the form that a browser's field for times takes: "2026-12-01T08:30". */
export function toClockText(instant: string, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  return format.format(new Date(instant)).replace(' ', 'T')
}
