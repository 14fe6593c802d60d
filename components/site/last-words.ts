import type { Locale } from '@/lib/i18n/locales'

/** What is left to say when a page's very frame fails in the browser. Here, because every page loads them: a catalogue is a hundred times as long. */
export const LAST_WORDS: Record<Locale, { title: string; text: string; retry: string }> = {
  en: {
    title: 'This page cannot be shown at the moment',
    text: 'The fault is ours. It does not mean that nothing is planned.',
    retry: 'Try again',
  },
  it: {
    title: 'Al momento questa pagina non può essere mostrata',
    text: 'L’errore è nostro. Non vuol dire che non sia previsto nulla.',
    retry: 'Riprovare',
  },
  lt: {
    title: 'Šiuo metu šio puslapio parodyti negalima',
    text: 'Tai mūsų klaida. Tai nereiškia, kad nieko neplanuojama.',
    retry: 'Bandyti dar kartą',
  },
  uk: {
    title: 'Наразі цю сторінку неможливо показати',
    text: 'Це збій з нашого боку. Він не означає, що нічого не заплановано.',
    retry: 'Спробувати ще раз',
  },
}
