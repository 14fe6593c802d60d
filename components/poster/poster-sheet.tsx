import { Page, Path, Svg, Text, View } from '@react-pdf/renderer'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translator'
import type { QrCode } from '@/lib/qr-code'
import type { Utility } from '@/lib/utility/utility'
import type { Poster } from '@/lib/works/poster/poster'
import { STYLE } from './poster-style'
import { PosterText } from './poster-text'

export interface PosterSheetProps {
  poster: Poster
  building: string | null
  utility: Pick<Utility, 'name' | 'phone' | 'zone'>
  languages: [Locale, ...Locale[]]
  /** Where all about the works is to be read, and the same as a code. */
  link: string
  code: QrCode
}

/** One A4 sheet: who says so, what is cut where and when in one or two languages, and the way to more. */
export function PosterSheet({ poster, building, utility, languages, link, code }: PosterSheetProps) {
  const size = languages.length > 1 ? 'two' : 'one'
  const words = languages.map((locale) => translator(locale, 'poster'))
  const isDraft = poster.state === 'draft' || poster.state === 'in_approval'
  return (
    <Page size="A4" style={STYLE.page}>
      <View>
        <View style={STYLE.sender}>
          <Text style={STYLE.senderName}>{utility.name}</Text>
          <Text style={STYLE.soft}>{poster.reference}</Text>
        </View>
        {isDraft && <Text style={STYLE.draft}>{words.map((t) => t('draft')).join(' · ')}</Text>}
        {poster.state === 'cancelled' && <Text style={STYLE.draft}>{words.map((t) => t('cancelled')).join(' · ')}</Text>}
        {languages.map((locale, index) => (
          <PosterText key={locale} {...{ poster, building, locale, size }} zone={utility.zone} isFirst={index === 0} />
        ))}
      </View>
      <View style={STYLE.foot} wrap={false}>
        <Svg viewBox={`0 0 ${code.size} ${code.size}`} style={STYLE.code}>
          <Path d={code.path} fill="#000000" />
        </Svg>
        <View style={STYLE.footText}>
          {words.map((t, index) => (
            <Text key={languages[index]}>{t('more', { phone: utility.phone })}</Text>
          ))}
          <Text style={STYLE.label}>{link.replace(/^https?:\/\//, '')}</Text>
        </View>
      </View>
    </Page>
  )
}
