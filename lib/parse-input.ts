import type { z } from 'zod'
import { type AppError, badInput } from '@/lib/errors'

type Issue = z.core.$ZodIssue

function describeIssue(issue: Issue): [reason: string, params?: Record<string, string | number>] {
  if (issue.code === 'too_big' && issue.origin === 'number') return ['number_too_big', { max: Number(issue.maximum) }]
  if (issue.code === 'too_small' && issue.origin === 'number') return ['number_too_small', { min: Number(issue.minimum) }]
  if (issue.code === 'too_big') return [issue.origin === 'array' ? 'too_many' : 'text_too_long', { max: Number(issue.maximum) }]
  if (issue.code === 'too_small') return [issue.origin === 'array' ? 'field_missing' : 'text_too_short', { min: Number(issue.minimum) }]
  if (issue.code === 'invalid_value') return ['not_one_of', { allowed: issue.values.join(', ') }]
  if (issue.code === 'custom' && typeof issue.params?.reason === 'string') return [issue.params.reason]
  if (issue.code === 'invalid_type' && issue.input === undefined) return ['field_missing']
  return ['field_wrong']
}

function toError(issue: Issue): AppError {
  const [reason, params] = describeIssue(issue)
  return badInput(reason, issue.path.join('.') || undefined, params)
}

/** Parses input from outside. Throws `bad_input` for the first field that is wrong. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  const [first] = result.error.issues
  throw first ? toError(first) : badInput('field_wrong')
}
