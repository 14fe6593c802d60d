import { Text, View } from '@react-pdf/renderer'
import { STYLE } from './document-style'

export interface DocumentColumn<Row> {
  header: string
  /** Of the whole width, as "18%". */
  width: string
  cell: (row: Row) => string
}

export interface DocumentTableProps<Row> {
  columns: ReadonlyArray<DocumentColumn<Row>>
  rows: readonly Row[]
}

/** Rows of text. A row stays whole, and each page begins with the headers. */
export function DocumentTable<Row>({ columns, rows }: DocumentTableProps<Row>) {
  const cell = (text: string, width: string, key: string) => (
    <Text key={key} style={{ width, paddingRight: 5 }}>
      {text}
    </Text>
  )
  return (
    <View style={STYLE.table}>
      <View fixed style={[STYLE.row, STYLE.head]}>
        {columns.map(({ header, width }) => cell(header, width, header))}
      </View>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document is made once; its rows never move.
        <View key={index} wrap={false} style={STYLE.row}>
          {columns.map((column) => cell(column.cell(row), column.width, column.header))}
        </View>
      ))}
    </View>
  )
}
