import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/text-link'
import type { Clash, DoubleCut } from '@/lib/works/check/works-check'
import { Instant } from '../instant'
import { CheckLine } from './check-line'

/** Other works that hit the same people within two weeks, and those that cut them off only together with these. */
export function ClashLines({ clashes, doubleCuts, zone }: { clashes: readonly Clash[]; doubleCuts: readonly DoubleCut[]; zone: string }) {
  const t = useTranslations('operator.check.clashes')
  const service = useTranslations('service')
  const atOnce = clashes.filter(({ isAtOnce }) => isAtOnce).length
  return (
    <>
      {clashes.length === 0 ? (
        <CheckLine tone="clear" title={t('none')} />
      ) : (
        <CheckLine
          tone="coming"
          title={[t('title', { count: clashes.length }), ...(atOnce > 0 ? [t('of_them', { count: atOnce })] : [])].join('; ')}
        >
          <ul className="space-y-2">
            {clashes.map(({ reference, title, service: of, windows, sharedPoints, isAtOnce }) => (
              <li key={reference}>
                <TextLink href={`/operator/works/${reference}`}>{title || reference}</TextLink> ({service(of)})
                <span className="block text-ink-soft">
                  {windows[0] && <Instant at={windows[0].start} zone={zone} short />} · {t('shared', { count: sharedPoints })}
                  {isAtOnce && ` · ${t('at_once')}`}
                </span>
              </li>
            ))}
          </ul>
        </CheckLine>
      )}
      {doubleCuts.length > 0 && (
        <CheckLine tone="danger" title={t('double', { count: doubleCuts.reduce((sum, cut) => sum + cut.servicePoints, 0) })}>
          <ul className="space-y-2">
            {doubleCuts.map(({ reference, title, servicePoints, overlap }) => (
              <li key={reference}>
                <TextLink href={`/operator/works/${reference}`}>{title || reference}</TextLink>
                <span className="block text-ink-soft">
                  <Instant at={overlap.start} zone={zone} short /> · {t('double_points', { count: servicePoints })}
                </span>
              </li>
            ))}
          </ul>
        </CheckLine>
      )}
    </>
  )
}
