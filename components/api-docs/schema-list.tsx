import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { Schema } from './describe-schema'
import { Prose } from './prose'
import { SchemaType } from './schema-type'

/** The properties of a schema; those of a combined one, part by part. */
function SchemaBody({ schema }: { schema: Schema }) {
  if (schema.allOf) return schema.allOf.map((part) => <SchemaBody key={JSON.stringify(part)} schema={part} />)
  if (!schema.properties) return <SchemaType schema={schema} />
  const required = schema.required ?? []
  return (
    <DescriptionList
      items={Object.entries(schema.properties).map(([name, property]) => ({
        term: required.includes(name) ? name : `${name} (optional)`,
        details: (
          <>
            <SchemaType schema={property} /> {property.description && <Prose text={property.description} />}
          </>
        ),
      }))}
    />
  )
}

/** What goes in and comes out. */
export function SchemaList({ schemas }: { schemas: Record<string, object> }) {
  return (
    <section aria-labelledby="Schemas" className="space-y-5">
      <h2 id="Schemas" className="text-2xl sm:text-3xl">
        Schemas
      </h2>
      {Object.entries(schemas).map(([name, schema]) => (
        <Card as="article" key={name} aria-labelledby={`schema-${name}`} className="space-y-4">
          <h3 id={`schema-${name}`} className="font-mono text-xl">
            {name}
          </h3>
          <SchemaBody schema={schema as Schema} />
        </Card>
      ))}
    </section>
  )
}
