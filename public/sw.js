/*
 * Keeps the last answers on the device, for when nothing can be asked: pages that bear a notice for it (components/outages/kept-notice.tsx), with their
 * styles, without their scripts. With a connection every page comes from the network, always; a kept one is shown only where that fails, and says its age.
 */
const CACHE = 'preavviso-kept-1'
/** As many pages as a household looks at, and for so long, in milliseconds; older ones say nothing any more. */
const MOST_PAGES = 12
const LONGEST = 7 * 86_400_000

/** Pages that may be kept, and pages that may be asked for without a connection; the staff's are neither. */
const KEEPABLE = /^\/[a-z]{2}\/(?:addresses\/\d+|works\/[^/]+)$/
const PUBLIC = /^\/(?:[a-z]{2}(?:\/(?!operator(?:\/|$)|outbox(?:\/|$)).*)?)?$/
const STYLE = /\/_next\/static\/[^"'\s]+\.css/g

/** A kept page runs nothing and asks for nothing but its own styles. */
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}

const pageHeaders = (title) => ({ ...HEADERS, 'X-Kept': String(Date.now()), 'X-Title': encodeURIComponent(title) })

function withoutScripts(html) {
  return html.replace(/<script\b[\s\S]*?<\/script>/gi, '').replace(/<link\b[^>]*\bas="script"[^>]*>/gi, '')
}

/** The words of the first heading, still escaped as HTML. */
function titleOf(html) {
  return (/<h1\b[^>]*>([\s\S]*?)<\/h1>/i.exec(html)?.[1] ?? '').replace(/<[^>]*>/g, '')
}

function ageOf(page, language) {
  const minutes = Math.round((Date.now() - Number(page.headers.get('X-Kept'))) / 60_000)
  const [value, unit] =
    minutes < 60 ? [minutes, 'minute'] : minutes < 48 * 60 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / 1440), 'day']
  return new Intl.RelativeTimeFormat(language).format(-value, unit)
}

const isTooOld = (page) => Date.now() - Number(page.headers.get('X-Kept')) > LONGEST

/** The pages that are kept, the latest first, as pairs of path and page. */
async function keptPages(cache) {
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((path) => KEEPABLE.test(path))
  const pages = await Promise.all(paths.map(async (path) => [path, await cache.match(path)]))
  return pages.sort(([, a], [, b]) => Number(b.headers.get('X-Kept')) - Number(a.headers.get('X-Kept')))
}

/** Takes away pages that are too many or too old, and styles that no page has any more. */
async function tidy(cache) {
  const pages = await keptPages(cache)
  const old = pages.filter(([, page], index) => index >= MOST_PAGES || isTooOld(page))
  await Promise.all(old.map(([path]) => cache.delete(path)))
  const entries = (await cache.keys()).map(({ url }) => new URL(url).pathname)
  const texts = await Promise.all(entries.filter((path) => !path.endsWith('.css')).map(async (path) => (await cache.match(path)).text()))
  const used = new Set(texts.flatMap((text) => text.match(STYLE) ?? []))
  await Promise.all(entries.filter((path) => path.endsWith('.css') && !used.has(path)).map((path) => cache.delete(path)))
}

async function keepStyles(cache, html) {
  const styles = [...new Set(html.match(STYLE) ?? [])]
  const missing = await Promise.all(styles.map(async (style) => ((await cache.match(style)) ? [] : [style])))
  await cache.addAll(missing.flat())
}

/** The page for where none was kept, in the language of a page that is; asked for once a day. */
async function keepFallback(cache, language) {
  const path = `/${language}/offline`
  const known = await cache.match(path)
  if (known && Date.now() - Number(known.headers.get('X-Kept')) < 86_400_000) return
  const response = await fetch(path)
  if (!response.ok) return
  const html = withoutScripts(await response.text())
  await keepStyles(cache, html)
  await cache.put(path, new Response(html, { headers: pageHeaders('') }))
}

async function keep(path, response) {
  const html = await response.text()
  if (!/data-kept-at="/.test(html)) return
  const cache = await caches.open(CACHE)
  const still = withoutScripts(html)
  await keepStyles(cache, still)
  await cache.put(path, new Response(still, { headers: pageHeaders(titleOf(html)) }))
  await keepFallback(cache, path.slice(1, 3))
  await tidy(cache)
}

/** A kept page with its notice uncovered and its age written into it. */
async function keptPage(path) {
  const cache = await caches.open(CACHE)
  const page = await cache.match(path)
  if (!page || isTooOld(page)) return null
  const html = (await page.text())
    .replace('<html ', '<html data-kept="" ')
    .replace(/<section [^>]*data-kept-at="[^>]*>/, (tag) => tag.replace(/ hidden(="")?/, ''))
    .replace(/(<span data-kept-age="">)/, `$1(${ageOf(page, path.slice(1, 3))})`)
  return new Response(html, { headers: HEADERS })
}

/** Instead of a page that was not kept: those that were. */
async function fallbackPage(path) {
  const cache = await caches.open(CACHE)
  const pages = (await keptPages(cache)).filter(([, page]) => !isTooOld(page))
  const language = path.slice(1, 3) || (pages[0]?.[0] ?? '').slice(1, 3)
  const page = (await cache.match(`/${language}/offline`)) ?? (await cache.match(`/${(pages[0]?.[0] ?? '').slice(1, 3)}/offline`))
  if (!page) return null
  const items = pages.map(
    ([kept, { headers }]) =>
      `<li><a href="${kept}">${decodeURIComponent(headers.get('X-Title'))}</a> (${ageOf({ headers }, language || 'en')})</li>`,
  )
  const html = (await page.text())
    .replace('<html ', '<html data-kept="" ')
    .replace(/(<ul [^>]*data-kept-list[^>]*>)/, `$1${items.join('')}`)
  return new Response(html, { headers: HEADERS })
}

async function answerPage(event, { pathname, search }) {
  try {
    const response = await fetch(event.request)
    if (response.ok && search === '' && KEEPABLE.test(pathname)) event.waitUntil(keep(pathname, response.clone()).catch(() => undefined))
    return response
  } catch (error) {
    const kept = KEEPABLE.test(pathname) ? await keptPage(pathname) : null
    const answer = kept ?? (await fallbackPage(pathname))
    if (answer) return answer
    throw error
  }
}

async function answerStyle({ request }, { pathname }) {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await (await caches.open(CACHE)).match(pathname)
    if (kept) return kept
    throw error
  }
}

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', (event) => {
  const others = async () => (await caches.keys()).filter((name) => name !== CACHE)
  event.waitUntil(others().then((names) => Promise.all([...names.map((name) => caches.delete(name)), self.clients.claim()])))
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return
  if (event.request.mode === 'navigate' && PUBLIC.test(url.pathname)) event.respondWith(answerPage(event, url))
  else if (/^\/_next\/static\/.*\.css$/.test(url.pathname)) event.respondWith(answerStyle(event, url))
})

/** A page that was opened before this worker was there asks to be kept as well. */
self.addEventListener('message', (event) => {
  const path = String(event.data)
  if (!KEEPABLE.test(path)) return
  const ask = async () => {
    const response = await fetch(path)
    if (response.ok) await keep(path, response)
  }
  event.waitUntil(ask().catch(() => undefined))
})
