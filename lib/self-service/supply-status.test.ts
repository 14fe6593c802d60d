import { describe, expect, it } from 'vitest'
import type { Outage, Outages } from '@/lib/works/works'
import { statusOf } from './supply-status'

const outage = (service: Outage['service'], start: string, state: Outage['state'] = 'coming') =>
  ({ reference: `W-${start}`, service, title: 'Works', reason: '', advice: '', state, start, end: start }) as unknown as Outage
const at = (status: Outages['status'], outages: Outage[]): Outages => ({ status, asOf: '2026-11-22T10:00:00Z', outages })

describe('the status of an account', () => {
  it('is that of its own service, and names the first works', () => {
    const both = at('affected', [outage('water', '2026-12-02'), outage('water', '2026-12-01'), outage('heat', '2026-11-30')])
    expect(statusOf(both, 'water')).toMatchObject({ status: 'affected', next: { reference: 'W-2026-12-01' } })
    expect(statusOf(both, 'power')).toEqual({ status: 'none_planned', next: null })
    expect(statusOf(both)).toMatchObject({ next: { reference: 'W-2026-11-30' } })
  })

  it('takes no cancelled works for planned ones', () => {
    expect(statusOf(at('none_planned', [outage('water', '2026-12-01', 'cancelled')]), 'water')).toEqual({
      status: 'none_planned',
      next: null,
    })
  })

  it('is never "nothing planned" where we do not know', () => {
    expect(statusOf(at('unknown', []), 'water')).toEqual({ status: 'unknown', next: null })
  })
})
