import type { ApiScope } from '@/lib/auth/api-key'
import { ref, type schemas } from './schemas'

type SchemaName = keyof typeof schemas

const json = (name: SchemaName) => ({ content: { 'application/json': { schema: ref(name) } } })
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: ref('Problem') } } })

const PROBLEMS = { 400: problem('The request is not right'), 429: problem('Too many requests') }
const KEYED_PROBLEMS = {
  ...PROBLEMS,
  401: problem('No key, or an unknown one'),
  403: problem('The key lacks the scope'),
  404: problem('Not found'),
  409: problem('Not possible in the present state'),
  413: problem('The request is larger than 5 MB'),
}

const inPath = (name: string, description: string) => ({ name, in: 'path', required: true, description, schema: { type: 'string' } })
const REFERENCE = inPath('reference', 'The reference of works, as W-2026-0001')

function read(summary: string, answer: SchemaName, parameters: object[] = []) {
  const responses = { 200: { description: 'The answer', ...json(answer) }, ...PROBLEMS, 404: problem('Not found') }
  return { summary, parameters, responses }
}

function keyed(scope: ApiScope, summary: string, answer: SchemaName, status = 200) {
  const responses = { [status]: { description: 'Done', ...json(answer) }, ...KEYED_PROBLEMS }
  return { summary, description: `Needs a key with the scope \`${scope}\`.`, security: [{ key: [] }], parameters: [REFERENCE], responses }
}

function write(summary: string, body: SchemaName, answer: SchemaName) {
  return { ...keyed('works:write', summary, answer), requestBody: { required: true, ...json(body) } }
}

const q = {
  name: 'q',
  in: 'query',
  required: true,
  description: 'An address, however it is written',
  schema: { type: 'string', maxLength: 200 },
}
const partial = {
  name: 'partial',
  in: 'query',
  description: '1: the text is still being typed; answers `choices` and `suggestions` (streets first, then house numbers) only',
  schema: { enum: ['1'] },
}
const town = {
  name: 'town',
  in: 'query',
  description: 'The name of a town that was chosen: of streets that are as likely, those near it come first',
  schema: { type: 'string', maxLength: 200 },
}

/** Every route of the API. A guard test compares it with the folders of app/api/v1. */
export const paths = {
  '/api/v1/addresses': { get: read('Which address a text means', 'Lookup', [q, partial, town]) },
  '/api/v1/addresses/{id}/outages': { get: read('What is planned at an address', 'Outages', [inPath('id', 'The number of an address')]) },
  '/api/v1/works': {
    get: read('All works that run or are to come', 'PublicWorksList'),
    post: {
      ...keyed('works:write', 'Draft works', 'WorksSummary', 201),
      parameters: [],
      requestBody: { required: true, ...json('WorksInput') },
    },
  },
  '/api/v1/works/{reference}': { get: read('Published works', 'PublicWorks', [REFERENCE]) },
  '/api/v1/works/{reference}/publish': { post: write('Publish a draft', 'PublishInput', 'PublishedWorks') },
  '/api/v1/works/{reference}/cancel': { post: write('Cancel works, and tell those who had heard', 'CancelInput', 'WorksSummary') },
  '/api/v1/works/{reference}/reschedule': { post: write('Move works to other windows', 'RescheduleInput', 'PublishedWorks') },
  '/api/v1/works/{reference}/extend': { post: write('Let running works last longer', 'ExtendInput', 'PublishedWorks') },
  '/api/v1/works/{reference}/restore': { post: write('Say that supply is back', 'RestoreInput', 'PublishedWorks') },
  '/api/v1/works/{reference}/deliveries': { get: keyed('works:read', 'How the messages of works fared', 'Deliveries') },
  '/api/v1/openapi.json': { get: { summary: 'This document', responses: { 200: { description: 'OpenAPI 3.1' } } } },
}
