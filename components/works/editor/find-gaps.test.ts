import { expect, test } from 'vitest'
import { EMPTY_SELECTION } from '@/components/selection/part-selection-draft'
import { emptyPart } from './editor-draft'
import { findGaps } from './find-gaps'

const WINDOW = { key: 0, start: '2026-12-01T09:00', end: '2026-12-01T12:30' }
const DONE = {
  title: 'New main',
  supplyPlaces: [],
  parts: [{ key: 0, selection: { ...EMPTY_SELECTION, streets: 'via Roma' }, windows: [WINDOW] }],
}

test('a complete draft lacks nothing', () => {
  expect(findGaps(DONE)).toEqual([])
  expect(findGaps({ ...DONE, parts: [{ key: 0, selection: { ...EMPTY_SELECTION, links: ['L1'] }, windows: [WINDOW] }] })).toEqual([])
})

test('each gap names its field', () => {
  const place = { key: 0, kind: 'tap', label: ' ', note: '', at: [8.7, 45] } as const
  expect(findGaps({ title: ' x ', supplyPlaces: [{ ...place, at: [8.7, 45] }], parts: [...DONE.parts, emptyPart(1)] })).toEqual([
    { field: 'title', key: 'title' },
    { field: 'parts.1.area', key: 'area' },
    { field: 'parts.1.windows.0.start', key: 'start' },
    { field: 'parts.1.windows.0.end', key: 'end' },
    { field: 'supplyPlaces.0.label', key: 'label' },
  ])
})
