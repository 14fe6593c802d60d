import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { database } from '@/lib/db/client'

interface Column {
  table: string
  column: string
  nullable: boolean
}

/** The tables and columns of schema.prisma, by their names in the database. */
function declaredColumns(): Column[] {
  const source = readFileSync('prisma/schema.prisma', 'utf8')
  const models = [...source.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => ({ name, body }))
  const names = new Set(models.map(({ name }) => name))
  return models.flatMap(({ name, body }) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name
    const fields = [...body.matchAll(/^ {2}(\w+) +(Unsupported\("[^"]+"\)|\w+)(\[\])?(\?)?(.*)$/gm)]
    return fields
      .filter(([, , type = '']) => !names.has(type))
      .map(([, field = '', , , optional, rest = '']) => ({
        table,
        column: /@map\("(\w+)"\)/.exec(rest)?.[1] ?? field,
        nullable: optional === '?',
      }))
  })
}

it('keeps schema.prisma and the migrations equal, column by column', async () => {
  const actual = await database().$queryRaw<Column[]>`
    SELECT table_name AS table, column_name AS column, is_nullable = 'YES' AS nullable
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('spatial_ref_sys', '_prisma_migrations')
      AND table_name NOT LIKE 'staging_%'`
  const asText = (columns: Column[]) => columns.map(({ table, column, nullable }) => `${table}.${column}${nullable ? '?' : ''}`).sort()
  expect(asText(actual)).toEqual(asText(declaredColumns()))
})
