import { FileText, Hash, MapPin, Phone } from 'lucide-react'
import { useTranslations } from 'next-intl'

const EXAMPLES = [
  { key: 'example_address', Icon: MapPin },
  { key: 'example_number', Icon: Hash },
  { key: 'example_contact', Icon: Phone },
  { key: 'example_works', Icon: FileText },
] as const

/** Before anything was searched for: what can be typed. */
export function SearchExamples() {
  const t = useTranslations('callCentre.search')
  return (
    <section aria-labelledby="examples" className="space-y-3">
      <h2 id="examples" className="text-xl">
        {t('example_title')}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {EXAMPLES.map(({ key, Icon }) => (
          <li key={key} className="flex items-center gap-3 rounded-card border border-line bg-surface p-4">
            <Icon aria-hidden="true" className="size-6 shrink-0 text-ink-soft" />
            {t(key)}
          </li>
        ))}
      </ul>
    </section>
  )
}
