import { expect, test } from 'vitest'
import { describeDaysUntil } from './describe-days-until'
import { describeInstant } from './describe-instant'
import { describeWindow } from './describe-window'

const ROME = 'Europe/Rome'
const morning = { start: '2026-12-01T07:30:00Z', end: '2026-12-01T13:00:00Z' }

test('a window is told on the clocks of the zone', () => {
  expect(describeWindow(morning, ROME, 'en')).toEqual({
    day: expect.stringMatching(/^Tuesday,? 1 December 2026$/),
    hours: '08:30–14:00',
    end: '14:00',
    duration: '5 hours 30 minutes',
  })
})

test.each([
  ['it', 'martedì 1 dicembre 2026', '5 ore 30 minuti'],
  ['lt', '2026 m. gruodžio 1 d., antradienis', '5 valandos 30 minučių'],
  ['uk', 'вівторок, 1 грудня 2026 р.', '5 годин 30 хвилин'],
] as const)('%s has its own words and plurals', (locale, day, duration) => {
  expect(describeWindow(morning, ROME, locale)).toMatchObject({ day, hours: '08:30–14:00', duration })
})

test('a window over midnight names both days', () => {
  const night = describeWindow({ start: '2026-12-01T21:00:00Z', end: '2026-12-02T03:00:00Z' }, ROME, 'en')
  expect(night.day).toMatch(/^Tuesday,? 1 December 2026 – Wednesday,? 2 December 2026$/)
  expect(night.end).toMatch(/^Wednesday,? 2 December 2026, 04:00$/)
})

test('on the night when clocks go back, the hours that really pass are told', () => {
  const night = { start: '2026-10-24T23:00:00Z', end: '2026-10-25T04:00:00Z' }
  expect(describeWindow(night, ROME, 'en')).toMatchObject({ hours: '01:00–05:00', duration: '5 hours' })
})

test('an hour before midnight and an hour after are a day apart', () => {
  expect(describeDaysUntil('2026-12-01T23:30:00Z', new Date('2026-12-01T22:30:00Z'), ROME, 'en')).toBe('tomorrow')
})

test('today is today, also when it has begun', () => {
  expect(describeDaysUntil('2026-12-01T07:00:00Z', new Date('2026-12-01T09:00:00Z'), ROME, 'it')).toBe('oggi')
})

test('an instant has its day and time', () => {
  expect(describeInstant('2026-11-22T04:10:00Z', ROME, 'en')).toMatch(/^Sunday,? 22 November 2026, 05:10$/)
})
