'use client'

import { LogOut } from 'lucide-react'
import { signOut } from 'next-auth/react'
import { Button } from '@/components/ui/button'

/** Ends the session and goes to `next`, a path of ours. */
export function LeaveButton({ label, next }: { label: string; next: string }) {
  async function leave() {
    await signOut({ redirect: false })
    window.location.assign(next)
  }
  return (
    <Button variant="quiet" onClick={leave} className="px-3">
      <LogOut aria-hidden="true" className="size-5" />
      {label}
    </Button>
  )
}
