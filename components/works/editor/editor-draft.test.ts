import { describe, expect, it } from 'vitest'
import { worksDraft } from '@/lib/works/drafts/works-draft'
import { emptyDraft, emptyPart, nextKey, shiftParts, toDraftInput, toEditorDraft } from './editor-draft'

const KEY = '0b5f6d0c-3f4e-4a57-9d53-5f0c6d1c2a11'

describe('a draft in the editor', () => {
  it('comes back as it was sent', () => {
    const sent = worksDraft.parse({
      key: KEY,
      service: 'heat',
      title: 'New main ',
      workType: 'repair',
      contact: 'Rossi',
      supplyPlaces: [{ kind: 'tap', label: 'Piazza', note: '', at: [8.7, 45] }],
      parts: [
        { streets: 'via Roma 1', stuck: ['V1'], windows: [{ start: '2026-12-01T09:00', end: '' }] },
        { area: null, links: ['L1'], windows: [{ start: '2026-12-01T22:00', end: '2026-12-02T05:00' }] },
      ],
    })
    expect(worksDraft.parse(toDraftInput(toEditorDraft(sent, 'Europe/Rome')))).toEqual({
      ...sent,
      parts: sent.parts.map((part) => ({ area: null, ...part })),
    })
  })

  it('shows instants that programs gave on the clocks of the utility', () => {
    const draft = worksDraft.parse({
      service: 'water',
      parts: [
        {
          windows: [
            { start: '2026-12-01T08:00:00.000Z', end: '2026-07-01T10:00:00+02:00' },
            { start: 'noon', end: '' },
          ],
        },
      ],
    })
    expect(toEditorDraft(draft, 'Europe/Rome').parts[0]?.windows).toEqual([
      { key: 0, start: '2026-12-01T09:00', end: '2026-07-01T10:00' },
      { key: 1, start: 'noon', end: '' },
    ])
  })

  it('always has a part and a window to fill in', () => {
    expect(toEditorDraft(worksDraft.parse({ service: 'water' }), 'UTC').parts[0]?.windows).toHaveLength(1)
    expect(worksDraft.safeParse(toDraftInput(emptyDraft('water', KEY))).success).toBe(true)
  })

  it('gives keys that are not taken', () => {
    expect([nextKey([]), nextKey([{ key: 4 }, { key: 1 }])]).toEqual([0, 5])
  })

  it('moves by days and keeps the hours of the clock, over the night in which it changes too', () => {
    const windows = [
      { key: 3, start: '2026-10-24T22:00', end: '2026-10-25T05:00' },
      { key: 4, start: 'noon', end: '' },
    ]
    expect(shiftParts([{ ...emptyPart(7), windows }], 2)[0]?.windows).toEqual([
      { key: 3, start: '2026-10-26T22:00', end: '2026-10-27T05:00' },
      { key: 4, start: 'noon', end: '' },
    ])
  })
})
