import { Document, Page, renderToBuffer, Text } from '@react-pdf/renderer'
import { expect, it } from 'vitest'
import { readPdf } from '../../../tests/read-pdf'
import { FAMILY, registerFont } from './register-font'

async function readOf(text: string, fontWeight: 400 | 700): Promise<string> {
  await registerFont()
  const document = (
    <Document>
      <Page style={{ fontFamily: FAMILY, fontWeight }}>
        <Text>{text}</Text>
      </Page>
    </Document>
  )
  return (await readPdf(new Uint8Array(await renderToBuffer(document)))).join('').trim()
}

it.each([400, 700] as const)('letters can be read out whichever were drawn before: at weight %s', async (weight) => {
  for (const text of ['хуїаеорсіё', 'xyz, example.org', 'ąčęėįšųūž', 'aceou'])
    expect((await readOf(text, weight)).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
})
