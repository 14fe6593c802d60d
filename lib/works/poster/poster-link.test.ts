import { expect, test } from 'vitest'
import { posterUrl, readPosterFile } from './poster-link'

const fileOf = (url: string) => new URL(url).pathname.split('/').at(-1) ?? ''

test('the link of a poster names its works, and no other can be made from it', () => {
  const url = posterUrl('W-2026-0001', 'it', 'https://acque.example', 'a secret')
  expect(url).toMatch(/^https:\/\/acque\.example\/posters\/W-2026-0001\.[\w-]{16}\.pdf\?language=it$/)
  expect(readPosterFile(fileOf(url), 'a secret')).toBe('W-2026-0001')
  for (const wrong of [fileOf(url).replace('0001', '0002'), 'W-2026-0001.pdf', '', '../../x.pdf', fileOf(url).replace('.pdf', '')])
    expect(readPosterFile(wrong, 'a secret')).toBeNull()
  expect(readPosterFile(fileOf(url), 'another')).toBeNull()
  expect(readPosterFile(fileOf(url), '')).toBeNull()
})
