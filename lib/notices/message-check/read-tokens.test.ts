import { describe, expect, test } from 'vitest'
import { readTokens } from './read-tokens'

const OWN = 'acque.example'
const words = (text: string) => readTokens(text, OWN).map(({ word }) => word)
const hosts = (text: string) => readTokens(text, OWN).flatMap(({ host }) => host ?? [])

describe('the words of a text', () => {
  test.each([
    ["Tenga d'acqua FINCHÉ è", ['tenga', 'd', 'acqua', 'finche', 'e']],
    ['«Žaliųjų» №5', ['zaliuju', '5']],
    ['09:00-12:30', ['09', '00', '12', '30']],
    ['Via Roma 12/A, 7-Б e 16-18', ['via', 'roma', '12/a', '7-б', 'e', '16-18']],
  ])('%s are %o', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })
})

describe('the links of a text', () => {
  test.each([
    'https://acque.example/it/works/W-2026-0001',
    'http://acque.example/uk/works/w-2026-0001.',
    'acque.example/it/works/W-2026-0001',
  ])('%s leads to works of ours', (link) => {
    expect(words(`Info: ${link}`)).toEqual(['info', 'works:w-2026-0001'])
  })

  test.each([
    ['https://acque.example.evil.example/it/works/W-2026-0001', 'acque.example.evil.example'],
    ['https://acque.example@evil.example/it/works/W-2026-0001', 'evil.example'],
    ['https://user@acque.example/it/works/W-2026-0001', 'acque.example'],
    ['https://аcque.example/it/works/W-2026-0001', 'xn--cque-43d.example'],
    ['https:\\\\evil.example', 'evil.example'],
    ['www.evil.com', 'www.evil.com'],
    ['evil.it', 'evil.it'],
    ['evil.example/paga', 'evil.example'],
    // A phone would open it, dots or not.
    ['https://evil.com...', 'evil.com'],
    ['https://acque.ex…', 'acque.ex'],
  ])('%s is not ours', (link, host) => {
    expect(hosts(`Info: ${link} Stop`)).toEqual([host])
    expect(words(link)).not.toContain('works:w-2026-0001')
  })

  test.each(['https://acque.example/it/wor', 'https://acque.example/it/works/W-20…'])('%s is cut, and leads nowhere else', (link) => {
    expect(words(`Info: ${link}`)).toEqual(['info'])
  })

  test.each(['p.zza Roma', 'via F.lli Cervi', 'ore 12.30', 'e.g. Rossi', 'ann@example.com'])('there is none in %s', (text) => {
    expect(hosts(text)).toEqual([])
  })
})
