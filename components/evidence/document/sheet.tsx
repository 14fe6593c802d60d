import { Page, Text, View } from '@react-pdf/renderer'
import type { ReactNode } from 'react'
import { STYLE } from './document-style'
import type { DocumentWords } from './document-words'

/** A chapter: begins on a page of its own. Short ones are laid out much faster than one long one, since each page break looks at the rest again. */
export function Sheet({ footer, words, children }: { footer: string; words: DocumentWords; children: ReactNode }) {
  return (
    <Page size="A4" style={STYLE.page}>
      {children}
      <View fixed style={STYLE.footer}>
        <Text>{footer}</Text>
        <Text
          render={({ pageNumber, totalPages }) =>
            words.evidence('document.page', { page: String(pageNumber), pages: String(totalPages ?? '') })
          }
        />
      </View>
    </Page>
  )
}
