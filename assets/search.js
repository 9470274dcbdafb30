// Full-text search, on the page "find" alone: a form over Pagefind's index. A
// result names its report, what is known of the translation, its credit and
// notices, and the units in which the words stand.
const root = new URL('../', import.meta.url)
const form = document.getElementById('search')
const results = document.getElementById('results')
const status = form.querySelector('[role=status]')
const more = document.getElementById('more')
const unit = /^(p|h|para|item|row|turn|note|top)\d/
let pagefind, found = [], shown = 0

function element(name, text, attributes = {}) {
  const e = document.createElement(name)
  if (text) e.textContent = text
  for (const key in attributes) if (attributes[key]) e.setAttribute(key, attributes[key])
  return e
}

// excerpt sets the words around a place of the text, those that match marked.
function excerpt(words, at, matches, glue) {
  const p = element('p')
  const from = Math.max(0, at - 10), to = Math.min(words.length, at + 22)
  if (from) p.append('… ')
  for (let i = from; i < to; i++) {
    p.append(matches.has(i) ? element('mark', words[i]) : words[i], glue)
  }
  if (to < words.length) p.append('…')
  return p
}

// places are the units in which the words stand: those with the most first, in
// the order of the text among equals.
function places(data) {
  const anchors = data.anchors.filter(a => unit.test(a.id))
  const units = new Map()
  for (const location of data.locations) {
    const anchor = anchors.findLast(a => a.location <= location)
    const id = anchor ? anchor.id : ''
    if (!units.has(id)) units.set(id, { id, first: location, count: 0 })
    units.get(id).count++
  }
  return [...units.values()].sort((a, b) => b.count - a.count || a.first - b.first).slice(0, 4).sort((a, b) => a.first - b.first)
}

function result(data) {
  const li = element('li'), meta = data.meta
  const url = new URL(data.raw_url.replace(/^\//, ''), root).href
  li.append(element('a', meta.title, { href: url }))
  for (const line of [meta.status, meta.credit]) if (line) li.append(element('p', line, { class: 'meta' }))
  const joined = data.raw_content.includes('\u200b')
  const words = joined ? data.raw_content.split('\u200b') : data.raw_content.split(/\s+/)
  const matches = new Set(data.locations), stale = new Set((meta.stale || '').split(' '))
  const list = element('ul', '', { class: 'units' })
  for (const place of places(data)) {
    const item = element('li')
    const link = element('a', place.id ? '#' + place.id : '', { href: url + (place.id ? '#' + place.id : ''), dir: 'ltr' })
    if (place.id) item.append(link, ' ')
    if (stale.has(place.id)) item.append(element('small', form.dataset.stale, { class: 'state' }))
    item.append(excerpt(words, place.first, matches, joined ? '' : ' '))
    list.append(item)
  }
  li.append(list)
  if (meta.notices) li.append(element('p', meta.notices, { class: 'meta' }))
  return li
}

async function show() {
  const next = found.slice(shown, shown + 10)
  shown += next.length
  for (const data of await Promise.all(next.map(r => r.data()))) results.append(result(data))
  more.hidden = shown >= found.length
}

// variants are what a search tries: the words as they stand; a symbol such as
// A/66/77 as a phrase; and, where a language joins its article to the word, the
// words with it (the message search_articles).
function variants(words) {
  if (/\S\/\S*\d/.test(words) && !words.includes('"')) return ['"' + words + '"']
  const articles = form.dataset.articles.split(' ').filter(a => a !== '-')
  const joined = a => words.split(/\s+/).map(w => articles.some(x => w.startsWith(x)) ? w : a + w).join(' ')
  return [...new Set([words, ...articles.map(joined)])]
}

// holding is what a longer symbol is found by: A/64/64 in A/64/64-E/2009/10.
// The index would also offer texts that merely begin alike.
async function holding(words) {
  const near = (await pagefind.search(words)).results.slice(0, 40)
  const texts = await Promise.all(near.map(r => r.data()))
  return near.filter((_, i) => texts[i].raw_content.toLowerCase().includes(words.toLowerCase()))
}

async function search(words) {
  results.replaceChildren()
  more.hidden = true
  shown = 0
  if (!words) return void (status.textContent = '')
  const all = new Map()
  for (const variant of variants(words)) {
    for (const r of (await pagefind.search(variant)).results) if (!all.has(r.id)) all.set(r.id, r)
  }
  found = all.size ? [...all.values()] : await holding(words)
  status.textContent = found.length ? form.dataset.found.replace('%', found.length) : form.dataset.none
  await show()
}

try {
  pagefind = await import(new URL('pagefind/pagefind.js', root))
  await pagefind.init()
  form.hidden = false
  document.getElementById('search-note').hidden = true
  form.addEventListener('submit', event => {
    event.preventDefault()
    const words = form.q.value.trim()
    history.replaceState(null, '', words ? '?q=' + encodeURIComponent(words) : location.pathname)
    search(words)
  })
  more.addEventListener('click', show)
  form.q.value = new URLSearchParams(location.search).get('q') || ''
  if (form.q.value) await search(form.q.value)
} catch (error) {
  console.error(error) // the note that search needs a script stays
}
