import { expect, test } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { fillEmail } from './fill-email'
import { renderLayout } from './render-layout'

const TEXT = [
  'L’acqua manca lunedì in "Via Roma" & dintorni.',
  'Quando:\nlunedì 3 marzo, 8:00–12:00\nmartedì 4 marzo, 8:00–12:00',
  'Torna: 12:00',
  'Altro: https://avvisi.example.org/it/works/A-1?a=1&b=2.',
].join('\n\n')

test('each paragraph stays one, a label stands out, and a URL becomes a link without the full stop after it', async () => {
  const html = fillEmail(await renderLayout('it', 'Acque'), TEXT, null)
  expect(html.match(/<p[ >]/g)).toHaveLength(4)
  expect(html).toMatch(/<strong[^>]*>Quando:<\/strong><br\/>lunedì 3 marzo, 8:00–12:00<br\/>martedì 4 marzo, 8:00–12:00<\/p>/)
  const link = 'https://avvisi.example.org/it/works/A-1?a=1&amp;b=2'
  expect(html).toContain(`<a href="${link}" style="color:#0b4f8a">${link}</a>.</p>`)
  expect(html).toContain('&quot;Via Roma&quot; &amp; dintorni')
})

test('nothing that stands in a text becomes a tag, a link of its own or a slot', async () => {
  const layout = await renderLayout('en', 'Water')
  const evil = 'Street <img src=x onerror=alert(1)>:\njavascript:alert(1) https://x.example/"onclick="alert(1) [[cut]] [[text]] $& {0}'
  const html = fillEmail(layout, evil, null)
  expect(html).not.toContain('<img')
  expect(html).not.toMatch(/href="[^"]*javascript/)
  expect(html).toContain('<a href="https://x.example/" style')
  expect(html).toContain('[[cut]] [[text]] $&amp; {0}')
})

test.each(LOCALES)('in %s the page says its language, and a reader may stop with one link, or has none', async (locale) => {
  const layout = await renderLayout(locale, 'Water & Co')
  const stoppable = fillEmail(layout, TEXT, 'https://x.example/u?a=1&b=2')
  expect(stoppable).toContain(`lang="${locale}"`)
  expect(stoppable).toContain('href="https://x.example/u?a=1&amp;b=2"')
  expect(stoppable).toContain('Water &amp; Co')
  const kept = fillEmail(layout, TEXT, null)
  expect(kept).not.toContain('<hr')
  for (const html of [stoppable, kept]) {
    expect(html).not.toContain('[[')
    for (const tag of ['table', 'tr', 'td', 'p', 'strong', 'a']) {
      expect(html.split(`<${tag}`).length, tag).toBeGreaterThanOrEqual(html.split(`</${tag}>`).length)
      expect(html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length ?? 0, tag).toBe(html.match(new RegExp(`</${tag}>`, 'g'))?.length ?? 0)
    }
  }
})

test('the same text gives the same bytes, and a language that is not spoken gets English', async () => {
  const url = 'https://x.example/u'
  expect(fillEmail(await renderLayout('lt', 'V'), TEXT, url)).toBe(fillEmail(await renderLayout('lt', 'V'), TEXT, url))
  expect(fillEmail(await renderLayout('xx', 'V'), TEXT, url)).toBe(fillEmail(await renderLayout('en', 'V'), TEXT, url))
})

test('filling is no burden: thirty thousand a second and more', async () => {
  const layout = await renderLayout('it', 'Acque')
  const rates = Array.from({ length: 5 }, () => {
    const start = performance.now()
    for (let mail = 0; mail < 3_000; mail += 1) fillEmail(layout, `${TEXT}\n\n${mail}`, 'https://x.example/u')
    return 3_000 / ((performance.now() - start) / 1000)
  })
  expect(Math.max(...rates)).toBeGreaterThan(30_000)
})
