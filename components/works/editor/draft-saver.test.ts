import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionResult } from '@/lib/http/action'
import type { DraftSave } from '@/lib/works/drafts/attempt-draft-save'
import type { SaveDraft } from '@/lib/works/drafts/save-draft'
import type { WorksDraftInput } from '@/lib/works/drafts/works-draft'
import { DraftSaver } from './draft-saver'

type Answer = ActionResult<DraftSave> | 'lost'
const AT = '2026-11-20T09:00:00.000Z'

function draft(title: string): WorksDraftInput {
  return { service: 'water', title }
}

/** A server that answers when it is told to. */
function server() {
  const asked: SaveDraft[] = []
  const waiting: Array<(answer: Answer) => void> = []
  const save = (input: SaveDraft) => {
    asked.push(input)
    return new Promise<ActionResult<DraftSave>>((resolve, reject) =>
      waiting.push((answer) => (answer === 'lost' ? reject(new TypeError('Failed to fetch')) : resolve(answer))),
    )
  }
  const answer = async (given: Answer) => {
    waiting.shift()?.(given)
    await vi.advanceTimersByTimeAsync(0)
  }
  const saved = (revision: number) => answer({ ok: true, value: { outcome: 'saved', at: AT, reference: 'W-1', revision, problem: null } })
  return { asked, save, answer, saved, titles: () => asked.map((input) => input.draft.title) }
}

const NEW = { reference: null, revision: null, problem: null }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a draft that saves itself', () => {
  it('saves when the typing pauses, not at each letter', async () => {
    const { save, titles, saved } = server()
    const saver = new DraftSaver(save, NEW)
    for (const title of ['N', 'Ne', 'New']) {
      saver.change(draft(title))
      await vi.advanceTimersByTimeAsync(600)
    }
    expect(titles()).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(titles()).toEqual(['New'])
    expect(saver.getStatus().state).toEqual({ kind: 'saving' })
    await saved(1)
    expect(saver.getStatus()).toMatchObject({ reference: 'W-1', revision: 1, state: { kind: 'saved', at: AT } })
    expect(saver.hasUnsaved).toBe(false)
  })

  it('has one save in flight at a time, and sends the newest words next with the revision of the last', async () => {
    const { asked, save, saved, titles } = server()
    const saver = new DraftSaver(save, NEW)
    saver.change(draft('1'))
    await vi.advanceTimersByTimeAsync(1_000)
    for (const title of ['2', '3', '4']) {
      saver.change(draft(title))
      await vi.advanceTimersByTimeAsync(2_000)
    }
    expect(titles()).toEqual(['1'])
    await saved(1)
    expect(saver.hasUnsaved).toBe(true)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(titles()).toEqual(['1', '4'])
    expect(asked[1]).toMatchObject({ reference: 'W-1', revision: 1 })
  })

  it('keeps what was typed without a connection, and sends the lost save again before what came after it', async () => {
    const { asked, save, answer, saved, titles } = server()
    const saver = new DraftSaver(save, NEW)
    saver.change(draft('1'))
    await vi.advanceTimersByTimeAsync(1_000)
    await answer('lost')
    expect(saver.getStatus().state).toEqual({ kind: 'unsent' })
    saver.change(draft('2'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(titles()).toEqual(['1', '1'])
    await answer('lost')
    await vi.advanceTimersByTimeAsync(4_999)
    expect(titles()).toHaveLength(2)
    saver.hurry()
    await vi.advanceTimersByTimeAsync(0)
    expect(titles()).toEqual(['1', '1', '1'])
    expect(saver.hasUnsaved).toBe(true)
    await saved(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked.at(-1)).toMatchObject({ reference: 'W-1', revision: 1, draft: { title: '2' } })
  })

  it('stops when somebody else was quicker, and keeps what was typed', async () => {
    const { save, answer, titles } = server()
    const saver = new DraftSaver(save, { reference: 'W-1', revision: 3, problem: null })
    saver.change(draft('mine'))
    await vi.advanceTimersByTimeAsync(1_000)
    await answer({ ok: true, value: { outcome: 'overtaken', by: 'Olga', at: AT } })
    saver.change(draft('mine still'))
    saver.hurry()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(titles()).toEqual(['mine'])
    expect(saver.getStatus()).toMatchObject({ revision: 3, state: { kind: 'overtaken', by: 'Olga', at: AT } })
    expect(saver.hasUnsaved).toBe(true)
    saver.restart({ reference: 'W-1', revision: 4, problem: null })
    expect(saver.hasUnsaved).toBe(false)
    saver.change(draft('together'))
    await vi.advanceTimersByTimeAsync(1_000)
    expect(titles()).toEqual(['mine', 'together'])
  })

  it('waits for other words where these are refused, and tries again where the fault is ours', async () => {
    const { save, answer, titles, saved } = server()
    const saver = new DraftSaver(save, NEW)
    saver.change(draft('bad'))
    await vi.advanceTimersByTimeAsync(1_000)
    await answer({ ok: false, error: { message: 'no', field: 'draft.title' } })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(titles()).toEqual(['bad'])
    expect(saver.hasUnsaved).toBe(true)
    saver.change(draft('good'))
    await vi.advanceTimersByTimeAsync(1_000)
    await answer({ ok: false, error: { message: 'ours' } })
    expect(saver.getStatus().state).toEqual({ kind: 'refused', message: 'ours' })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(titles()).toEqual(['bad', 'good', 'good'])
    await saved(1)
    expect(saver.getStatus().state).toMatchObject({ kind: 'saved' })
  })

  it('sends what was typed while wrong words were refused', async () => {
    const { save, answer, titles } = server()
    const saver = new DraftSaver(save, NEW)
    saver.change(draft('bad'))
    await vi.advanceTimersByTimeAsync(1_000)
    saver.change(draft('mended'))
    await answer({ ok: false, error: { message: 'no', field: 'draft.title' } })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(titles()).toEqual(['bad', 'mended'])
  })
})
