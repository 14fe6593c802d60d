import type { ReactNode } from 'react'
import type { Telling } from '@/lib/utility/telling'
import type { AddressView } from '@/lib/works/get-address-view'
import { ChangeList } from './change-list'
import { groupOutages } from './group-outages'
import { OutageList } from './outage-list'
import { OutageStatus } from './outage-status'
import { StatusLines } from './status-lines'

export interface AddressAnswerProps extends Pick<AddressView, 'outages' | 'works' | 'changes'> {
  /** As of when it is true, in words. */
  time: string
  telling: Telling
  phone: string | undefined
  /** Between the answer and what it is made of. */
  children?: ReactNode
}

/** Whether supply is interrupted at an address, by what, and what was said of it before. */
export function AddressAnswer({ outages, works, changes, time, telling, phone, children }: AddressAnswerProps) {
  const groups = groupOutages(outages.outages)
  const cuts = groups.filter(({ outages: [next] }) => next.state !== 'cancelled')
  return (
    <>
      <OutageStatus outages={outages} count={cuts.length} asOf={time} phone={phone}>
        <StatusLines groups={cuts} asOf={outages.asOf} telling={telling} />
      </OutageStatus>
      {children}
      <OutageList groups={groups} works={works} asOf={outages.asOf} telling={telling} />
      <ChangeList changes={changes} telling={telling} isMixed />
    </>
  )
}
