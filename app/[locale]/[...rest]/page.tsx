import { notFound } from 'next/navigation'

/** Every path that no page answers, so that the reader is told in their language. */
export default function UnknownPage() {
  notFound()
}
