import { StyleSheet } from '@react-pdf/renderer'
import { FAMILY } from './register-font'

const INK = '#1c2a2e'
const SOFT = '#4b585b'
const LINE = '#ddd4c5'

/** The look of the printed evidence: ink on white, points (1/72 inch). */
export const STYLE = StyleSheet.create({
  page: { fontFamily: FAMILY, fontSize: 9, color: INK, paddingTop: 40, paddingBottom: 48, paddingHorizontal: 40 },
  soft: { color: SOFT },
  title: { fontSize: 18, fontWeight: 700, marginBottom: 2 },
  heading: { fontSize: 12, fontWeight: 700, marginTop: 16, marginBottom: 5 },
  paragraph: { marginBottom: 4 },
  verdict: { borderLeftWidth: 4, borderLeftColor: INK, backgroundColor: '#f4eee3', padding: 9, marginTop: 12 },
  strong: { fontWeight: 700 },
  figures: { flexDirection: 'row', flexWrap: 'wrap', marginTop: 4 },
  figure: { width: '16.6%', paddingRight: 6 },
  number: { fontSize: 14, fontWeight: 700 },
  table: { borderTopWidth: 1, borderTopColor: LINE },
  row: { flexDirection: 'row', borderBottomWidth: 1, borderBottomColor: LINE, paddingVertical: 2.5 },
  head: { fontWeight: 700, color: SOFT },
  sample: { borderWidth: 1, borderColor: LINE, borderRadius: 3, padding: 7, marginBottom: 6 },
  footer: {
    position: 'absolute',
    bottom: 22,
    left: 40,
    right: 40,
    flexDirection: 'row',
    justifyContent: 'space-between',
    color: SOFT,
    fontSize: 8,
  },
})
