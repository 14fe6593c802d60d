import { LocaleLink, type LocaleLinkProps } from './locale-link'

export function TextLink({ className = '', ...rest }: LocaleLinkProps) {
  return (
    <LocaleLink className={`font-medium text-brand underline decoration-1 underline-offset-4 hover:decoration-2 ${className}`} {...rest} />
  )
}
