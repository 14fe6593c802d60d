import { describe, expect, it } from 'vitest'
import { leadMinutes, toLead } from './lead'
import { DEFAULT_NOTICE_PLAN, type NoticeStage } from './notice-plan'
import { orderStages } from './order-stages'

const clock = (kind: NoticeStage['kind'], daysBefore: number, at = '10:00'): NoticeStage => ({ kind, daysBefore, at })
const lead = (before: string): NoticeStage => ({ kind: 'same_day', before })

describe('the stages of a plan', () => {
  it('stand in the order of time, whatever order they come in', () => {
    expect(orderStages(DEFAULT_NOTICE_PLAN.toReversed())).toEqual(DEFAULT_NOTICE_PLAN)
    expect(orderStages([lead('PT1H'), clock('advance', 3), clock('advance', 10), lead('PT4H')])).toEqual([
      clock('advance', 10),
      clock('advance', 3),
      lead('PT4H'),
      lead('PT1H'),
    ])
  })

  it.each([
    ['two at one instant', [clock('advance', 5), clock('day_before', 5)], 'stage_twice', 'stages.1'],
    ['two leads that are the same', [lead('PT2H'), lead('PT120M')], 'stage_twice', 'stages.1'],
    ['one that comes with the start', [clock('advance', 5), lead('PT0S')], 'stage_after_start', 'stages.1'],
    ['the day before, before the advance notice', [clock('advance', 1), clock('day_before', 5)], 'stage_out_of_order', 'stages.0'],
  ] as const)('refuses %s', (_, stages, reason, field) => {
    expect(() => orderStages([...stages])).toThrow(expect.objectContaining({ detail: expect.objectContaining({ reason, field }) }))
  })

  it.each([
    ['PT2H', 120],
    ['P1DT30M', 1470],
    ['PT90S', 2],
    ['PT45M', 45],
  ])('reads a lead of %s as %i minutes', (text, minutes) => {
    expect(leadMinutes(text)).toBe(minutes)
    expect(leadMinutes(toLead(minutes))).toBe(minutes)
  })
})
