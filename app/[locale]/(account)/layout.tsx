import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { AccountFrame } from '@/components/account/account-frame'
import { requireCustomerPage } from '@/lib/http/current-customer'
import { getKnownUtility } from '@/lib/utility/get-known-utility'
import { signOutAction } from './account/actions'

export const metadata: Metadata = { robots: { index: false } }

export default async function AccountLayout({ children }: { children: ReactNode }) {
  await requireCustomerPage('/account')
  return (
    <AccountFrame utility={await getKnownUtility()} signOut={signOutAction}>
      {children}
    </AccountFrame>
  )
}
