import { escapeLike } from './escape-like'

/** A LIKE pattern for what begins with `text`, once both are in lower case. */
export function startsWith(text: string): string {
  return `${escapeLike(text.toLowerCase())}%`
}
