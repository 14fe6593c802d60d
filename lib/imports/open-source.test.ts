import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { openSource } from './open-source'
import type { SourceRow } from './row-source'

const folder = mkdtempSync(path.join(os.tmpdir(), 'preavviso-source-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

async function readAll(file: string): Promise<{ columns: string[]; rows: SourceRow[] }> {
  const source = await openSource(file)
  const rows: SourceRow[] = []
  for await (const group of source.groups()) rows.push(...group)
  return { columns: source.columns, rows }
}

async function problemOf(file: string): Promise<object> {
  const error = await readAll(file).catch((thrown) => thrown)
  if (!(error instanceof AppError)) throw new Error(`expected an AppError, got ${error}`)
  return { reason: error.detail.reason, ...error.detail.params }
}

describe('a CSV file', () => {
  it('is read without its byte-order mark', async () => {
    expect((await readAll(write('bom.csv', '\uFEFFcode,units\nA,1\n'))).columns).toEqual(['code', 'units'])
  })

  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['a quoted name that holds other delimiters', 'a;"x,y,z"\n1;2\n'],
  ])('may have %s', async (_, text) => {
    const { columns, rows } = await readAll(write('delimiter.csv', text))
    expect(columns[0]).toBe('a')
    expect(rows[0]?.cells).toHaveLength(2)
  })

  it('may end its lines with a carriage return alone', async () => {
    expect((await readAll(write('mac.csv', 'a,b\r1,2\r3,4'))).rows.map((row) => row.line)).toEqual([2, 3])
  })

  it('is read whole when it is larger than the pieces it is read in, letters of several bytes included', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `${index};вулиця Київська ї ${index}`)
    const read = await readAll(write('large.csv', `n;s\n${rows.join('\n')}\n`))
    expect(read.rows).toHaveLength(60_000)
    expect(read.rows.every((row, index) => row.line === index + 2 && row.cells[1] === `вулиця Київська ї ${index}`)).toBe(true)
  })

  it('names the line that is not UTF-8', async () => {
    const file = write('latin.csv', Buffer.concat([Buffer.from('a,b\n1,2\n3,Universit'), Buffer.from([0xe0]), Buffer.from('\n')]))
    expect(await problemOf(file)).toEqual({ reason: 'import_not_utf8', file: 'latin.csv', line: 3 })
  })

  it('is refused where it ends within a letter, or holds zero bytes', async () => {
    expect(await problemOf(write('cut.csv', Buffer.from([...Buffer.from('a\n1\nbe'), 0xc3])))).toMatchObject({
      reason: 'import_not_utf8',
      line: 3,
    })
    expect(await problemOf(write('zero.csv', 'a\nb\0\n'))).toMatchObject({ reason: 'import_not_utf8', line: 2 })
  })

  it.each([
    ['utf-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a,b\n1,2', 'utf16le')]), 'import_utf16'],
    ['a zip or an Excel workbook', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), 'import_wrong_kind'],
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'import_wrong_kind'],
    ['nothing', Buffer.alloc(0), 'import_file_empty'],
    ['only white space', Buffer.from(' \n\n'), 'import_file_empty'],
    ['a header without rows', Buffer.from('a,b\n'), 'import_no_rows'],
    ['a quote that is never closed', Buffer.from('a,b\n1,"2\n3,4\n'), 'import_unclosed_quote'],
  ])('is refused when it is %s', async (_, bytes, reason) => {
    expect(await problemOf(write('refused.csv', bytes))).toMatchObject({ reason })
  })

  it('is refused when it is missing or a folder', async () => {
    expect(await problemOf(path.join(folder, 'missing.csv'))).toMatchObject({ reason: 'import_file_missing', file: 'missing.csv' })
    expect(await problemOf(folder)).toMatchObject({ reason: 'import_file_missing' })
  })
})

describe('a GeoJSON file', () => {
  const feature = (properties: object, geometry: object | null) => ({ type: 'Feature', properties, geometry })
  const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })

  it('gives properties as columns and a point as lat and lon, though later features have more of them', async () => {
    const file = write(
      'points.geojson',
      collection(feature({ code: 'A' }, { type: 'Point', coordinates: [8.6, 44.9] }), feature({ code: 'B', units: 3 }, null)),
    )
    expect(await readAll(file)).toEqual({
      columns: ['code', 'units', 'lat', 'lon'],
      rows: [
        { line: 1, cells: ['A', '', '44.9', '8.6'] },
        { line: 2, cells: ['B', '3', '', ''] },
      ],
    })
  })

  it('marks features that are no points', async () => {
    const line = feature({ code: 'A' }, { type: 'LineString', coordinates: [[8, 44]] })
    expect((await readAll(write('lines.geojson', collection(line, { nonsense: true })))).rows.map((row) => row.problem)).toEqual([
      'import_not_point',
      undefined,
    ])
  })

  it('is refused when it is broken or no collection', async () => {
    expect(await problemOf(write('broken.geojson', '{"type":"FeatureCollection","features":[{]}'))).toMatchObject({
      reason: 'import_bad_json',
    })
    expect(await problemOf(write('single.geojson', '{"type":"Feature","properties":{},"geometry":null}'))).toMatchObject({
      reason: 'import_not_collection',
    })
  })
})
