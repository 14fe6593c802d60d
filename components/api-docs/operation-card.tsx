import { Card } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { Schema } from './describe-schema'
import type { DocumentedOperation } from './group-operations'
import { Prose } from './prose'
import { SchemaType } from './schema-type'
import { writeCurl } from './write-curl'

function Answer({ status, answer }: { status: string; answer: DocumentedOperation['responses'][string] }) {
  return (
    <li>
      <strong className="tabular-nums">{status}</strong> <Prose text={answer.description} />
      {Object.entries(answer.content ?? {}).map(([type, { schema }]) => (
        <span key={type} className="block text-[0.94rem] text-ink-soft">
          {type}: <SchemaType schema={schema as Schema} />
        </span>
      ))}
    </li>
  )
}

/** One method of one path: what it does, what it takes, what it answers, and how to try it. */
export function OperationCard({ operation, origin }: { operation: DocumentedOperation; origin: string }) {
  const { method, path, summary, description, parameters, requestBody, responses } = operation
  const id = `${method}-${path}`
  const body = requestBody?.content['application/json']?.schema as Schema | undefined
  return (
    <Card as="article" aria-labelledby={id} className="space-y-4">
      <h3 id={id} className="text-xl">
        {summary}
      </h3>
      <p className="font-mono break-words">
        <strong className="uppercase">{method}</strong> {path}
      </p>
      {description && (
        <p className="max-w-prose">
          <Prose text={description} />
        </p>
      )}
      <DescriptionList
        items={[
          ...parameters.map((parameter) => ({
            term: `${parameter.name} (${parameter.in}${parameter.required ? '' : ', optional'})`,
            details: (
              <>
                <Prose text={parameter.description} /> <SchemaType schema={parameter.schema as Schema} />
              </>
            ),
          })),
          body ? { term: 'Body', details: <SchemaType schema={body} /> } : null,
          {
            term: 'Answers',
            details: (
              <ul className="space-y-1">
                {Object.entries(responses).map(([status, answer]) => (
                  <Answer key={status} status={status} answer={answer} />
                ))}
              </ul>
            ),
          },
        ]}
      />
      <pre className="break-words whitespace-pre-wrap rounded-control bg-sunken p-4 text-[0.94rem]">
        <code>{writeCurl(operation, origin)}</code>
      </pre>
    </Card>
  )
}
