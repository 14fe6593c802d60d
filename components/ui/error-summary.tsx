import { OctagonAlert } from 'lucide-react'

export interface FieldError {
  /** The control's name; without it the message stands alone. */
  field?: string
  message: string
}

/** All that is wrong with a form, above it, each line leading to its field. */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null
  return (
    <div role="alert" className="rounded-control border-2 border-danger bg-surface p-4">
      <p className="flex items-center gap-2 font-bold">
        <OctagonAlert aria-hidden="true" className="size-6 shrink-0 text-danger-ink" />
        {title}
      </p>
      <ul className="mt-2 list-disc space-y-1 pl-8">
        {errors.map(({ field, message }) => (
          <li key={`${field}:${message}`}>
            {field ? (
              <a href={`#${field}`} className="font-medium text-danger-ink underline underline-offset-4">
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
