import type { Topic } from '@/lib/db/generated/enums'
import { SupportNeedKind } from '@/lib/db/generated/enums'
import { DEFAULT_LOCALE, isLocale } from '@/lib/i18n/locales'
import type { PAUSES } from '@/lib/self-service/pause-subscription'
import { fieldOf, ownFieldOf } from './read-account-form'

/** What the forms of these pages say; lib looks at whether it is allowed and right. */
const localeOf = (value: string) => (isLocale(value) ? value : DEFAULT_LOCALE)

export const billOf = (form: FormData) => ({ number: fieldOf(form, 'number'), proof: fieldOf(form, 'proof') })

export const subscriptionOf = (form: FormData) => ({ subscriptionId: fieldOf(form, 'subscriptionId') })

export const topicsOf = (form: FormData) => ({ ...subscriptionOf(form), topics: form.getAll('topics') as Topic[] })

export const pauseOf = (form: FormData) => ({
  ...subscriptionOf(form),
  pause: (fieldOf(form, 'pause') || ownFieldOf(form, 'pause', 'subscriptionId')) as (typeof PAUSES)[number],
})

export const followOf = (form: FormData) => ({ accountId: fieldOf(form, 'accountId'), contactId: fieldOf(form, 'follow') })

export const needsOf = (form: FormData, locale: string) => ({
  accountId: fieldOf(form, 'accountId'),
  kinds: Object.values(SupportNeedKind).filter((kind) => form.get(kind) === 'on'),
  agreed: form.get('agreed') === 'on',
  language: localeOf(locale),
})

export const contactOf = (form: FormData) => ({ contactId: fieldOf(form, 'contactId') })

export const codeOf = (form: FormData) => ({ ...contactOf(form), code: ownFieldOf(form, 'code', 'contactId') })

export const wishesOf = (form: FormData) => ({
  ...contactOf(form),
  language: localeOf(ownFieldOf(form, 'language', 'contactId')),
  quietFrom: ownFieldOf(form, 'quietFrom', 'contactId'),
  quietTo: ownFieldOf(form, 'quietTo', 'contactId'),
})

export const replacementOf = (form: FormData) => ({ ...contactOf(form), value: ownFieldOf(form, 'value', 'contactId') })

export const newContactOf = (form: FormData, accountIds: number[]) => {
  const value = fieldOf(form, 'value')
  const role = (['holder', 'family', 'tenant', 'carer'] as const).find((one) => one === fieldOf(form, 'role')) ?? 'holder'
  return { channel: value.includes('@') ? 'email' : 'sms', value, language: localeOf(fieldOf(form, 'language')), accountIds, role } as const
}

/** Empty: all but this one. */
export const sessionOf = (form: FormData) => fieldOf(form, 'sessionId') || undefined
