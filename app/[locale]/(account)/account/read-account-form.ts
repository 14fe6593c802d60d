/** One field of a form; empty where it is missing. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** A field of a form that stands several times on a page: its name ends in what the form is about, so that labels lead to the right one. */
export function ownFieldOf(form: FormData, name: string, about: string): string {
  return fieldOf(form, `${name}-${fieldOf(form, about)}`)
}
