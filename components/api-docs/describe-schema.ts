/** As much of JSON Schema as our document uses. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  const?: unknown
  enum?: readonly unknown[]
  description?: string
  items?: Schema
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  default?: unknown
}

/** The name of the schema that a reference leads to. */
export function refName(reference: string): string {
  return reference.split('/').at(-1) ?? reference
}

function describeObject({ properties, required = [], additionalProperties }: Schema): string {
  if (properties) {
    const entries = Object.entries(properties)
    return `{ ${entries.map(([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${describeSchema(schema)}`).join('; ')} }`
  }
  return typeof additionalProperties === 'object' ? `{ [name]: ${describeSchema(additionalProperties)} }` : 'object'
}

function describeLimits({ minimum, maximum, minLength, maxLength }: Schema): string {
  const limits = [
    minimum !== undefined && `≥ ${minimum}`,
    maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER && `≤ ${maximum}`,
    minLength !== undefined && `≥ ${minLength} characters`,
    maxLength !== undefined && `≤ ${maxLength} characters`,
  ].filter(Boolean)
  return limits.length > 0 ? ` (${limits.join(', ')})` : ''
}

/** A schema in one line, as types are written: "string[]", "{ start: date-time; end: date-time }". */
export function describeSchema(schema: Schema): string {
  const { $ref, type, items, prefixItems, anyOf, oneOf, allOf, format } = schema
  if ($ref) return refName($ref)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = anyOf ?? oneOf
  if (choices) return choices.map(describeSchema).join(' | ')
  if (allOf) return allOf.map(describeSchema).join(' & ')
  if (prefixItems) return `[${prefixItems.map(describeSchema).join(', ')}]`
  if (type === 'array') {
    const inner = describeSchema(items ?? {})
    return /[ |&]/.test(inner) && !inner.startsWith('{') ? `(${inner})[]` : `${inner}[]`
  }
  if (type === 'object') return describeObject(schema)
  const name = format ?? (Array.isArray(type) ? type.join(' | ') : (type ?? 'anything'))
  return name + describeLimits(schema)
}
