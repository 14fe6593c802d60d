import { useTranslations } from 'next-intl'
import { Topic } from '@/lib/db/generated/enums'

/** What one contact hears of at one place. `id` tells its boxes from those of the next. */
export function TopicFields({ id, chosen }: { id: number; chosen: readonly Topic[] }) {
  const t = useTranslations('account.topics')
  return (
    <fieldset className="space-y-1">
      <legend className="font-semibold">{t('legend')}</legend>
      {Object.values(Topic).map((topic) => (
        <label key={topic} htmlFor={`${topic}-${id}`} className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            id={`${topic}-${id}`}
            name="topics"
            value={topic}
            defaultChecked={chosen.includes(topic)}
            className="size-6 shrink-0 accent-brand"
          />
          <span>{t(topic)}</span>
        </label>
      ))}
      <p className="text-[0.94rem] text-ink-soft">{t('later')}</p>
    </fieldset>
  )
}
