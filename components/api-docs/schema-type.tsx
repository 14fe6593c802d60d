import { describeSchema, refName, type Schema } from './describe-schema'

/** A type in one line; where it is a schema of its own, it leads there. */
export function SchemaType({ schema }: { schema: Schema }) {
  const target = schema.$ref ?? schema.items?.$ref
  const text = describeSchema(schema)
  if (!target) return <code className="break-words">{text}</code>
  return (
    <a href={`#schema-${refName(target)}`} className="text-brand underline underline-offset-4">
      <code>{text}</code>
    </a>
  )
}
