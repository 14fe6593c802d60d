import { Phone } from 'lucide-react'

/** A telephone number that can be tapped; in two lines where one has no room for it. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a
      href={`tel:${phone.replace(/[^+\d]/g, '')}`}
      className="inline-flex min-h-11 items-center gap-2 font-semibold text-brand underline underline-offset-4"
    >
      <Phone aria-hidden="true" className="size-5 shrink-0" />
      {phone}
    </a>
  )
}
