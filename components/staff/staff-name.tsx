import type { ReactNode } from 'react'

/** Who somebody of the staff is: the name, and below it the e-mail by which they sign in. */
export function StaffName({ email, children }: { email: string; children: ReactNode }) {
  return (
    <>
      {children}
      <br />
      <span className="text-[0.94rem] break-all text-ink-soft">{email}</span>
    </>
  )
}
