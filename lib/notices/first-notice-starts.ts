import type { NoticeDraft } from '@/lib/works/plan-notices'

/**
 * The notices by which people of a part first hear of it, each with the start that the law counts back from: that of the first window which it
 * is the first to speak of. `partOf` is the part of each window. `drafts` come in order of their due instants.
 */
export function firstNoticeStarts(drafts: NoticeDraft[], partOf: ReadonlyMap<number, number>): Map<NoticeDraft, Date> {
  const heard = new Set<number | undefined>()
  const starts = new Map<NoticeDraft, Date>()
  for (const draft of drafts) {
    if (draft.skipReason) continue
    const news = draft.windows.filter(({ id }) => !heard.has(partOf.get(id)))
    for (const { id } of draft.windows) heard.add(partOf.get(id))
    if (news.length > 0) starts.set(draft, new Date(Math.min(...news.map(({ start }) => start.getTime()))))
  }
  return starts
}
