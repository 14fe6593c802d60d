import { getTranslations } from 'next-intl/server'

/** The words for choosing as whom to go on. */
export async function choiceWords() {
  const t = await getTranslations('customer_sign_in')
  return {
    title: t('choose_title'),
    lead: t('choose_lead'),
    noAddress: t('no_address'),
    nobody: t('nobody'),
    notYet: t('not_yet'),
  }
}
