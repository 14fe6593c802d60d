/** What one method of a path does, as much of OpenAPI as our document uses. */
export interface Operation {
  tags: string[]
  summary: string
  description?: string
  security?: object[]
  parameters: Array<{ name: string; in: string; required?: boolean; description: string; schema: object }>
  requestBody?: { content: Record<string, { schema: object; example?: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
}

export interface DocumentedOperation extends Operation {
  method: string
  path: string
}

export interface DocumentedGroup {
  tag: string
  operations: DocumentedOperation[]
}

/** The operations of a document by what they are about, in the order in which they stand. */
export function groupOperations(paths: Record<string, Record<string, Operation>>): DocumentedGroup[] {
  const groups = new Map<string, DocumentedOperation[]>()
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const [tag = ''] = operation.tags
      groups.set(tag, [...(groups.get(tag) ?? []), { ...operation, method, path }])
    }
  }
  return [...groups].map(([tag, operations]) => ({ tag, operations }))
}
