import { expect, test } from 'vitest'
import { describeSchema } from './describe-schema'

test.each([
  [{ $ref: '#/components/schemas/Window' }, 'Window'],
  [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, '(string | null)[]'],
  [
    {
      type: 'object',
      properties: { start: { type: 'string', format: 'date-time' }, note: { type: 'string', maxLength: 9 } },
      required: ['start'],
    },
    '{ start: date-time; note?: string (≤ 9 characters) }',
  ],
  [{ enum: ['water', 'gas'] }, '"water" | "gas"'],
  [{ type: 'object', additionalProperties: { type: 'integer', minimum: 0 } }, '{ [name]: integer (≥ 0) }'],
])('%o reads %s', (schema, text) => {
  expect(describeSchema(schema)).toBe(text)
})
