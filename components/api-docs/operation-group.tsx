import type { DocumentedGroup } from './group-operations'
import { OperationCard } from './operation-card'

/** The operations about one thing. */
export function OperationGroup({ group, origin }: { group: DocumentedGroup; origin: string }) {
  return (
    <section aria-labelledby={group.tag} className="space-y-5">
      <h2 id={group.tag} className="text-2xl sm:text-3xl">
        {group.tag}
      </h2>
      {group.operations.map((operation) => (
        <OperationCard key={`${operation.method} ${operation.path}`} operation={operation} origin={origin} />
      ))}
    </section>
  )
}
