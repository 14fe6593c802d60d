import { StyleSheet } from '@react-pdf/renderer'
import { FAMILY } from '@/components/evidence/document/register-font'

const INK = '#10191c'
const SOFT = '#3d484b'

/** The look of a notice for a stairwell: black on white, to be read from two metres, points (1/72 inch). */
export const STYLE = StyleSheet.create({
  page: { fontFamily: FAMILY, color: INK, padding: 40, justifyContent: 'space-between' },
  sender: { flexDirection: 'row', justifyContent: 'space-between', borderBottomWidth: 3, borderBottomColor: INK, paddingBottom: 8 },
  senderName: { fontSize: 14, fontWeight: 700 },
  soft: { fontSize: 11, color: SOFT },
  block: { marginTop: 18 },
  second: { marginTop: 16, paddingTop: 16, borderTopWidth: 1, borderTopColor: SOFT },
  title: { fontWeight: 700, lineHeight: 1.15 },
  place: { fontWeight: 700, marginTop: 4 },
  day: { fontWeight: 700 },
  window: { marginTop: 8, padding: 10, borderWidth: 2, borderColor: INK },
  text: { marginTop: 8, lineHeight: 1.35 },
  label: { fontWeight: 700 },
  foot: { flexDirection: 'row', alignItems: 'center', marginTop: 16, paddingTop: 12, borderTopWidth: 3, borderTopColor: INK },
  code: { width: 96, height: 96, marginLeft: -10, marginRight: 10 },
  footText: { flex: 1, fontSize: 11, lineHeight: 1.4 },
  draft: { fontSize: 12, fontWeight: 700, marginTop: 10, padding: 6, borderWidth: 1, borderColor: INK },
})

/** In one language there is room for larger type than in two. */
export const SIZES = {
  one: { title: 30, place: 20, day: 22, text: 14 },
  two: { title: 20, place: 15, day: 15, text: 11 },
} as const
