import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inlineScriptHashes } from './inline-script-hashes'

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

test('every inline script is named once, with or without attributes, in whatever letters', () => {
  const html = '<p>Šilumos</p><script>one()</script><script id="_R_">say("Šilumos\\u003c/script>")</script><script>one()</script>'
  expect(inlineScriptHashes(html)).toEqual([hashOf('one()'), hashOf('say("Šilumos\\u003c/script>")')])
})

test('scripts with an address of their own need no hash', () => {
  expect(inlineScriptHashes('<script src="/a.js" async=""></script><script async="" src="/b.js"></script>')).toEqual([])
})
