/*
 * The search for planned interruptions, on somebody else's page:
 *   <script src="https://…/widget.js" data-language="it" data-colour="blue" async></script>
 * It puts one frame behind itself and gives it the height that it asks for. It reads nothing of the page and keeps nothing.
 */
;(() => {
  const TITLES = { en: 'Planned interruptions', it: 'Interruzioni programmate', lt: 'Planiniai atjungimai', uk: 'Планові відключення' }
  const COLOURS = ['petrol', 'blue', 'green', 'red', 'grey']
  /** In pixels; nothing that a frame asks for goes beyond. */
  const HEIGHTS = { least: 240, first: 480, most: 4000 }

  const script = document.currentScript
  if (!(script instanceof HTMLScriptElement)) return
  const { origin } = new URL(script.src)
  const { language = '', colour = '', town = '' } = script.dataset

  function addressOf() {
    const url = new URL(Object.hasOwn(TITLES, language) ? `/${language}/widget/frame` : '/widget/frame', origin)
    if (COLOURS.includes(colour)) url.searchParams.set('colour', colour)
    if (town !== '' && town.length <= 80) url.searchParams.set('town', town)
    return url.href
  }

  function titleOf() {
    const page = document.documentElement.lang.slice(0, 2)
    return TITLES[language] ?? TITLES[page] ?? TITLES.en
  }

  const frame = document.createElement('iframe')
  frame.src = addressOf()
  frame.title = titleOf()
  frame.loading = 'lazy'
  // Set one by one: a strict policy of the page allows that, but no style attribute.
  frame.style.display = 'block'
  frame.style.width = '100%'
  frame.style.height = `${HEIGHTS.first}px`
  frame.style.border = '0'
  frame.style.colorScheme = 'normal'

  addEventListener('message', ({ source, origin: sender, data }) => {
    if (source !== frame.contentWindow || sender !== origin || data?.type !== 'preavviso:height') return
    const height = Number(data.height)
    if (height >= HEIGHTS.least && height <= HEIGHTS.most) frame.style.height = `${Math.ceil(height)}px`
  })

  if (document.head.contains(script)) addEventListener('DOMContentLoaded', () => document.body.append(frame))
  else script.after(frame)
})()
