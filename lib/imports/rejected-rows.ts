import { AppError } from '@/lib/errors'
import type { ImportProblem } from './imports'

/** Rows were rejected and nobody said where to put them, so nothing was imported. */
export class RejectedRows extends AppError {
  constructor(
    readonly file: string,
    readonly count: number,
    /** The first few, in the file's order. */
    readonly problems: ImportProblem[],
    readonly totals: Array<{ reason: string; count: number }>,
  ) {
    super('bad_input', { reason: 'import_rejected', field: 'file', params: { file, count } })
  }
}
