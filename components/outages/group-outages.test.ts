import { expect, test } from 'vitest'
import type { Outage } from '@/lib/works/works'
import { groupOutages } from './group-outages'

function outage(reference: string, state: Outage['state'], start: string): Outage {
  return { reference, state, start, end: start, service: 'water', title: '', reason: '', advice: '' }
}

test('windows stand with their works, what runs first and what was cancelled last', () => {
  const groups = groupOutages([
    outage('W-cancelled', 'cancelled', '2026-12-01T08:00:00.000Z'),
    outage('W-nights', 'coming', '2026-12-01T09:00:00.000Z'),
    outage('W-running', 'running', '2026-12-01T09:30:00.000Z'),
    outage('W-nights', 'coming', '2026-12-02T09:00:00.000Z'),
  ])
  expect(groups.map(({ reference, outages }) => `${reference} ${outages.length}`)).toEqual(['W-running 1', 'W-nights 2', 'W-cancelled 1'])
})
