import { Text, View } from '@react-pdf/renderer'
import { isLocale, LOCALE_NAMES } from '@/lib/i18n/locales'
import type { SampleText } from '@/lib/notices/evidence/evidence'
import { STYLE } from './document-style'
import { DocumentText } from './document-text'
import type { DocumentWords } from './document-words'

/** The texts of the notices, one for each kind and language, as somebody got them. */
export function TextSection({ texts, words }: { texts: readonly SampleText[]; words: DocumentWords }) {
  if (texts.length === 0) return null
  return (
    <View>
      <Text style={STYLE.heading}>{words.evidence('document.texts')}</Text>
      <Text style={[STYLE.soft, STYLE.paragraph]}>{words.evidence('document.texts_hint')}</Text>
      {texts.map(({ kind, version, channel, language, subject, text }) => (
        <View key={`${kind} ${version} ${channel} ${language}`} style={STYLE.sample}>
          <Text style={STYLE.strong}>
            {`${words.notice(`kind.${kind}`)} (${version}) · ${words.channel(channel)} · ${isLocale(language) ? LOCALE_NAMES[language] : language}`}
          </Text>
          {subject && <DocumentText text={subject} />}
          <DocumentText text={text} />
        </View>
      ))}
    </View>
  )
}
