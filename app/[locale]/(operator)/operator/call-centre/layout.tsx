import type { ReactNode } from 'react'
import { CallerSearch } from '@/components/call-centre/caller-search'
import { findCallersAction } from './actions'

/** The one search box stands above every screen of the call centre. */
export default function CallCentreLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <CallerSearch search={findCallersAction} />
      {children}
    </>
  )
}
