import { notFound } from 'next/navigation'
import { AppError } from '@/lib/errors'

/** For pages: what `asked` gives, or the page that says "not found" where it throws `not_found`. */
export async function orNotFound<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound()
    throw error
  }
}
