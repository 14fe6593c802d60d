import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales'
import type { Button, Reply, Step } from './bots'

const button = (name: string): Button => ({ label: name, act: name })
const CANCEL: Button[][] = [[button('cancel')]]
const BACK: Button[][] = [[button('back'), button('cancel')]]

export const LANGUAGES: Button[][] = [
  LOCALES.slice(0, 2).map((locale) => ({ label: { text: LOCALE_NAMES[locale] }, act: `speak:${locale}` })),
  LOCALES.slice(2).map((locale) => ({ label: { text: LOCALE_NAMES[locale] }, act: `speak:${locale}` })),
]

/** What can be done from the beginning; in a group nothing with accounts. */
export function menuButtons(isGroup: boolean): Button[][] {
  const rows = [
    ['planned', 'list'],
    ['add', 'enrol'],
    ['language', 'person'],
  ]
  return isGroup ? [rows[0] ?? []].map((row) => row.map(button)) : rows.map((row) => row.map(button))
}

const yesOrNo = (act: string): Button[][] => [
  [
    { label: 'yes', act },
    { label: 'no', act: 'cancel' },
  ],
]

/** What is asked at a step, with the buttons that answer it. Pure. */
export function promptOf(step: Step, isGroup: boolean): Reply {
  switch (step.at) {
    case 'home':
      return { says: [{ say: isGroup ? 'group.menu' : 'menu' }], buttons: menuButtons(isGroup) }
    case 'language':
      return { says: [{ say: 'ask.language' }], buttons: [...LANGUAGES, ...CANCEL] }
    case 'account_number':
      return { says: [{ say: 'ask.account_number' }], buttons: CANCEL }
    case 'account_proof':
      return { says: [{ say: 'ask.account_proof' }], buttons: BACK }
    case 'address':
      return {
        says: [{ say: `ask.address_${step.to}` }],
        buttons: isGroup ? CANCEL : [[{ label: 'location', asks: 'location' }], ...CANCEL],
      }
    case 'choose':
      return {
        says: [{ say: 'ask.choose' }, { numbered: step.places.map(({ label }) => label) }],
        buttons: [...step.places.map(({ id, label }) => [{ label: { text: label }, act: `${step.to}:${id}` }]), ...BACK],
      }
    case 'confirm_follow':
      return { says: [{ say: 'ask.follow', values: { place: step.place.label } }], buttons: yesOrNo(`follow_yes:${step.place.id}`) }
    case 'pick':
      return {
        says: [{ say: 'ask.pick' }, { numbered: step.follows.map(({ label }) => label) }],
        buttons: [...step.follows.map(({ id, label }) => [{ label: { text: label }, act: `drop:${id}` }]), ...CANCEL],
      }
    case 'confirm_drop':
      return { says: [{ say: 'ask.drop', values: { what: step.follow.label } }], buttons: yesOrNo(`drop_yes:${step.follow.id}`) }
    case 'confirm_leave':
      return { says: [{ say: 'ask.leave', values: { place: step.place.label } }], buttons: yesOrNo(`leave_yes:${step.place.id}`) }
  }
}
