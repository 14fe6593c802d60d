import { type ButtonVariant, buttonStyle } from './button-style'
import { LocaleLink, type LocaleLinkProps } from './locale-link'

/** A link that looks like a button: for the one next step of a page. */
export function LinkButton({ variant = 'primary', className, ...rest }: LocaleLinkProps & { variant?: ButtonVariant }) {
  return <LocaleLink className={buttonStyle(variant, className)} {...rest} />
}
