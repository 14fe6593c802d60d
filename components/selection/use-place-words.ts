import { useTranslations } from 'next-intl'
import type { Boundary } from '@/lib/addresses/boundary'

/** Words for places: "quarter of Galliera", "Quarter Borgo". */
export function usePlaceWords() {
  const t = useTranslations('operator.selection.places')
  return {
    kindOf: ({ kind, municipality, name }: Boundary) =>
      municipality && municipality !== name ? t('kind_in', { kind: t(`kind.${kind}`), municipality }) : t(`kind.${kind}`),
    nameOf: ({ kind, name }: Boundary) => t('named', { kind: t(`kind.${kind}`), name }),
  }
}
