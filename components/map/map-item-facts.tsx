import { useTranslations } from 'next-intl'
import { WorksStatePill } from '@/components/works/works-state-pill'
import type { MapItem } from '@/lib/geo/map-view/map-view'

/** The kinds that have words; a link's kind is what its file calls it. */
const KNOWN_KINDS = ['valve', 'switch', 'individual', 'shared', 'pipe', 'cable', 'pump'] as const
const KNOWN_PRIORITIES = ['hospital', 'dialysis', 'school', 'care_home'] as const

function isKnown<Known extends string>(known: readonly Known[], text: string): text is Known {
  return known.some((one) => one === text)
}

/** What is known of one thing, line by line; nothing stands for what nobody said. */
export function MapItemFacts({ facts }: Pick<MapItem, 'facts'>) {
  const t = useTranslations('map.fact')
  const { kind, conducting, link, fromNode, toNode, metres, units, address, priority, segmentPoints, title, state } = facts
  const lines = [
    ['kind', kind && (isKnown(KNOWN_KINDS, kind) ? t(`kinds.${kind}`) : kind)],
    ['state', typeof conducting === 'boolean' && t(conducting ? 'open' : 'closed')],
    ['address', address],
    ['units', units],
    ['priority', priority && (isKnown(KNOWN_PRIORITIES, priority) ? t(`priorities.${priority}`) : priority)],
    ['link', link],
    ['nodes', [fromNode, toNode].filter(Boolean).join(' – ')],
    ['length', typeof metres === 'number' && t('metres', { metres })],
    ['segment', segmentPoints ? t('segment_points', { count: segmentPoints }) : null],
  ] as const
  return (
    <>
      {title && <p className="text-lg">{title}</p>}
      {state && <WorksStatePill state={state} />}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        {lines.map(
          ([name, value]) =>
            value && (
              <div key={name} className="contents">
                <dt className="text-ink-soft">{t(`name.${name}`)}</dt>
                <dd className="break-words">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}
