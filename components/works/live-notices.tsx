'use client'

import { useQuery } from '@tanstack/react-query'
import type { ActionResult } from '@/lib/http/action'
import type { Deliveries } from '@/lib/notices/get-deliveries'
import { NoticeNotes } from './notice-notes'
import { NoticeTable } from './notice-table'
import { QueryProvider } from './query-provider'

export interface LiveNoticesProps {
  /** As the page was made. */
  deliveries: Deliveries
  zone: string
  refresh: () => Promise<ActionResult<Deliveries>>
}

/** While messages leave, the figures are asked for anew each so many milliseconds. */
const WHILE_SENDING = 4000

/** A notice that is due within so many milliseconds is waited for in the same way. */
const SOON = 60_000

function isBusy({ notices, asOf }: Deliveries): boolean {
  const soon = new Date(asOf).getTime() + SOON
  return notices.some(({ state, dueAt }) => state === 'open' || (state === 'planned' && new Date(dueAt).getTime() <= soon))
}

function Notices({ deliveries, zone, refresh }: LiveNoticesProps) {
  const { data } = useQuery({
    queryKey: ['deliveries', deliveries.reference, deliveries.asOf],
    queryFn: async () => {
      const result = await refresh()
      if (!result.ok) throw new Error(result.error.message)
      return result.value
    },
    initialData: deliveries,
    refetchInterval: ({ state }) => (isBusy(state.data ?? deliveries) ? WHILE_SENDING : false),
  })
  return (
    <>
      <NoticeTable notices={data.notices} zone={zone} />
      <NoticeNotes notices={data.notices} />
    </>
  )
}

/** The notices of works and their messages; the figures move by themselves while some are being sent. */
export function LiveNotices(props: LiveNoticesProps) {
  return (
    <QueryProvider>
      <Notices {...props} />
    </QueryProvider>
  )
}
