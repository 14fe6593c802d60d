import { expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { writeXml } from './write-xml'

test('what people write stays what they wrote, and XML stays XML', async () => {
  const xml = writeXml({ a: { '@b': '"&quot; <', c: ['R&D &nbsp; &amp; <b>', 'bell \u0007'] } })
  expect(xml).toContain('b="&quot;&amp;quot; &lt;"')
  expect(xml).toContain('<c>R&amp;D &amp;nbsp; &amp;amp; &lt;b&gt;</c>')
  expect(xml).toContain('<c>bell \uFFFD</c>')
  const any = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>'
  expect(await validateXML({ xml: [{ fileName: 'a.xml', contents: xml }], schema: [any] })).toMatchObject({ valid: true })
})
