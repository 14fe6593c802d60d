import type { ApiScope } from '@/lib/auth/api-key'
import { ref, type schemas } from './schemas'

export type SchemaName = keyof typeof schemas
export type Tag = 'Addresses' | 'Works' | 'Planning' | 'Feeds' | 'Maps' | 'Service'

export interface Parameter {
  name: string
  in: 'path' | 'query'
  required?: boolean
  description: string
  schema: object
}

export interface ApiResponse {
  description: string
  content?: Record<string, { schema: object }>
}

/** What one method of a path does, as OpenAPI 3.1 says it. */
export interface Operation {
  tags: [Tag]
  summary: string
  description?: string
  security?: object[]
  parameters: Parameter[]
  requestBody?: { required: true; content: Record<string, { schema: object; example?: object }> }
  responses: Record<string, ApiResponse>
}

const json = (name: SchemaName) => ({ content: { 'application/json': { schema: ref(name) } } })
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: ref('Problem') } } })

const PROBLEMS = { 400: problem('The request is not right'), 429: problem('Too many requests: `Retry-After` says when to ask again') }
const NOT_FOUND = { 404: problem('Not found') }
const KEYED_PROBLEMS = {
  ...PROBLEMS,
  ...NOT_FOUND,
  401: problem('No key, or an unknown one'),
  403: problem('The key lacks the scope'),
  409: problem('Not possible in the present state'),
  413: problem('The request is larger than 5 MB'),
}

export const inPath = (name: string, description: string): Parameter => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})
export const inQuery = (name: string, description: string, schema: object = { type: 'string' }): Parameter => ({
  name,
  in: 'query',
  description,
  schema,
})

export const REFERENCE = inPath('reference', 'The reference of works, as W-2026-0001')

/** What narrows lists of works. */
export const FILTERS = [
  inQuery('service', 'Works of one service', { enum: ['water', 'heat', 'power', 'gas'] }),
  inQuery('municipality', 'Works that hit somebody in a municipality, by its name', { type: 'string', maxLength: 80 }),
  inQuery('bbox', 'Works whose area touches a box: west, south, east and north in degrees, as `8.5,44.8,8.7,45.0`'),
]
export const LANGUAGE = inQuery('lang', 'The language; else that of the utility', { enum: ['en', 'it', 'lt', 'uk'] })

interface ReadOptions {
  description?: string
  parameters?: Parameter[]
  /** Whether what is asked for may not be there. */
  isOne?: boolean
}

/** Something that anyone may read as JSON. */
export function read(
  tag: Tag,
  summary: string,
  answer: SchemaName,
  { description, parameters = [], isOne = false }: ReadOptions = {},
): Operation {
  const responses = { 200: { description: 'The answer', ...json(answer) }, ...PROBLEMS, ...(isOne && NOT_FOUND) }
  return { tags: [tag], summary, ...(description && { description }), parameters, responses }
}

/** Something that a program with a key may do. */
export function keyed(tag: Tag, scope: ApiScope, summary: string, answer: SchemaName, parameters = [REFERENCE], status = 200): Operation {
  const responses = { [status]: { description: 'Done', ...json(answer) }, ...KEYED_PROBLEMS }
  return { tags: [tag], summary, description: `Needs a key with the scope \`${scope}\`.`, security: [{ key: [] }], parameters, responses }
}

const WINDOW = { start: '2026-12-01T09:00', end: '2026-12-01T12:30' }

/** One body of each kind, as somebody would send it; the rest of what may stand in it is in its schema. */
const EXAMPLES = {
  WorksInput: {
    service: 'water',
    title: 'New main in Via Roma',
    reason: 'Renewal',
    parts: [{ streets: 'Via Roma 1-20', windows: [WINDOW] }],
  },
  PublishInput: {},
  CancelInput: { reason: 'The part is missing' },
  RescheduleInput: { windows: [WINDOW] },
  ExtendInput: { until: '2026-12-01T15:00' },
  RestoreInput: {},
} satisfies Partial<Record<SchemaName, object>>

/** Something that changes works, with a body. */
export function write(summary: string, body: keyof typeof EXAMPLES, answer: SchemaName, parameters = [REFERENCE], status = 200): Operation {
  const content = { 'application/json': { schema: ref(body), example: EXAMPLES[body] } }
  return { ...keyed('Planning', 'works:write', summary, answer, parameters, status), requestBody: { required: true, content } }
}

/** A feed of a type of its own, with a tag (ETag) for those who ask again. */
export function feed(summary: string, type: string, description: string, parameters: Parameter[], isOne = false): Operation {
  const schema = type === 'application/geo+json' ? ref('WorksCollection') : { type: 'string' }
  const responses = {
    200: { description: 'The feed', content: { [type]: { schema } } },
    304: { description: 'Nothing has changed since the tag in `If-None-Match`' },
    ...PROBLEMS,
    ...(isOne && NOT_FOUND),
    503: problem('We cannot look at the moment, which does not mean that nothing is planned: `Retry-After` says when to ask again'),
  }
  return { tags: ['Feeds'], summary, description, parameters, responses }
}
