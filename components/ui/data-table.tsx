import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  header: ReactNode
  cell: (row: Row) => ReactNode
  /** Numbers stand to the right, so that their digits line up. */
  numeric?: boolean
}

export interface DataTableProps<Row> {
  /** What the table shows; read to those who do not see it. */
  caption: string
  columns: ReadonlyArray<Column<Row>>
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
}

/** From so many columns on a narrow screen would break every word: there the table keeps its width, and scrolls. */
const MANY_COLUMNS = 4

/** Whoever has no mouse must be able to reach what scrolls. */
const SCROLLABLE = { tabIndex: 0 }

/** Rows to compare. `relative` keeps what only screen readers see inside of what scrolls. On a narrow screen it scrolls sideways by itself, also with the keyboard. */
export function DataTable<Row>({ caption, columns, rows, rowKey }: DataTableProps<Row>) {
  return (
    <section aria-label={caption} {...SCROLLABLE} className="relative overflow-x-auto rounded-card border border-line bg-surface">
      <table className={`w-full border-collapse text-left ${columns.length < MANY_COLUMNS ? '' : 'max-sm:min-w-160'}`}>
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-sunken">
          <tr>
            {columns.map(({ key, header, numeric }) => (
              <th key={key} scope="col" className={`px-4 py-3 text-[0.94rem] font-semibold text-ink-soft ${numeric ? 'text-right' : ''}`}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)} className="hover:bg-sunken/60">
              {columns.map(({ key, cell, numeric }) => (
                <td key={key} className={`px-4 py-3 align-top ${numeric ? 'text-right tabular-nums' : ''}`}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
