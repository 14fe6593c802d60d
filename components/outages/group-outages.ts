import type { Outage } from '@/lib/works/works'

/** The outages of one works at one address. */
export interface WorksOutages {
  reference: string
  /** In the order of time; at least one. */
  outages: [Outage, ...Outage[]]
}

/** Outages by their works: those that run first, then by when the next begins, those that were cancelled last. */
export function groupOutages(outages: readonly Outage[]): WorksOutages[] {
  const groups = new Map<string, WorksOutages>()
  for (const outage of outages) {
    const group = groups.get(outage.reference)
    if (group) group.outages.push(outage)
    else groups.set(outage.reference, { reference: outage.reference, outages: [outage] })
  }
  const rank = ({ outages: [first] }: WorksOutages) => ['running', 'coming', 'cancelled'].indexOf(first.state)
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || a.outages[0].start.localeCompare(b.outages[0].start))
}
