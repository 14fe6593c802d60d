import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { noticeButtons } from './notice-buttons'
import type { RenderContext } from './notice-frame'

const CONTEXT = { facts: { reference: 'W-2026-0042' }, publicUrl: 'https://acque.example' } as RenderContext
const place = (number: number, street = 'Via Roma') => ({ id: 100 + number, street, number, suffix: '', municipality: 'Provaglio' })

describe.each(LOCALES)('below a notice in %s', (locale) => {
  it('stand the calendar of its address, its map and a stop for it', () => {
    const [links, stop] = noticeButtons(CONTEXT, [place(12)], true, locale)
    expect(links).toEqual([
      { text: expect.any(String), url: 'https://acque.example/addresses/112/calendar.ics' },
      { text: expect.any(String), url: `https://acque.example/${locale}/works/W-2026-0042` },
    ])
    expect(stop).toEqual([{ text: expect.stringContaining('Via Roma 12'), act: 'leave:112' }])
  })

  it('stands a stop for each of a few addresses, and one to choose from for many', () => {
    expect(
      noticeButtons(
        CONTEXT,
        [1, 2, 3].map((number) => place(number)),
        true,
        locale,
      ).slice(1),
    ).toHaveLength(3)
    expect(
      noticeButtons(
        CONTEXT,
        [1, 2, 3, 4].map((number) => place(number)),
        true,
        locale,
      ).slice(1),
    ).toEqual([[{ text: expect.any(String), act: 'remove' }]])
  })

  it('stands no stop in a chat that only stands in for another contact', () => {
    expect(noticeButtons(CONTEXT, [place(12)], false, locale)).toHaveLength(1)
  })

  it('no button is longer than a telephone is wide', () => {
    const buttons = noticeButtons(CONTEXT, [place(12, `Via ${'Lunga '.repeat(30)}`)], true, locale).flat()
    expect(buttons.every(({ text }) => text.length <= 60)).toBe(true)
  })
})
