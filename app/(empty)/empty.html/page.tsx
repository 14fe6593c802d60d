export const metadata = { title: 'Preavviso', robots: { index: false } }

/** What the framework alone costs: `bench page` and the budget of scripts compare the public pages with it, in the same build. */
export default function EmptyPage() {
  return null
}
