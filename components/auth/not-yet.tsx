import { Alert } from '@/components/ui/alert'

export interface NotYetProps {
  title: string
  /** With a `field` its words stand at that field. */
  error: { message: string; field?: string } | null
}

/** Says above a form that nobody is signed in yet, and why. */
export function NotYet({ title, error }: NotYetProps) {
  if (!error) return null
  return (
    <Alert tone="unknown" role="alert" title={title}>
      {!error.field && <p>{error.message}</p>}
    </Alert>
  )
}
