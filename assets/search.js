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

// plain is a text of the index, which keeps some characters as HTML does.
const plain = text => text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name])

// excerpt sets the words of a place from where its unit begins or, of a long
// one, a little before the first that matches; those that match are marked.
function excerpt(words, { first, begin, end }, matches, glue) {
  const p = element('span')
  const from = Math.max(begin, first - 10), to = Math.min(end, first + 22)
  if (from > begin) p.append('… ')
  for (let i = from; i < to; i++) {
    p.append(matches.has(i) ? element('mark', words[i]) : words[i], glue)
  }
  if (to < end) p.append('…')
  return p
}

// places are the units in which the words stand: those with the most first, in
// the order of the text among equals. What stands before the first unit, the
// head of the page, is a place where there is no other.
function places(data, total) {
  const anchors = data.anchors.filter(a => unit.test(a.id)).sort((a, b) => a.location - b.location)
  const units = new Map()
  for (const location of data.locations) {
    const n = anchors.findLastIndex(a => a.location <= location)
    const { id, location: begin } = anchors[n] ?? { id: '', location: 0 }
    const end = anchors.slice(n + 1).find(a => a.location > begin)?.location ?? total
    if (!units.has(id)) units.set(id, { id, first: location, begin, end, count: 0 })
    units.get(id).count++
  }
  if (units.size > 1) units.delete('')
  return [...units.values()].sort((a, b) => b.count - a.count || a.first - b.first).slice(0, 4).sort((a, b) => a.first - b.first)
}

function result(data) {
  const address = data.raw_url.replace(/^\//, ''), lang = address.split('/')[0]
  // Where a language has no texts, Pagefind searches those of another.
  const own = location.pathname.startsWith(root.pathname + lang + '/')
  const li = element('li', '', own ? {} : { lang, dir: 'auto' }), meta = data.meta
  const url = new URL(address, root).href
  li.append(element('a', meta.title, { href: url }))
  for (const line of [meta.status, meta.credit]) if (line) li.append(element('p', line, { class: 'meta' }))
  const content = plain(data.raw_content), joined = content.includes('\u200b')
  const words = joined ? content.split('\u200b') : content.split(/\s+/)
  const matches = new Set(data.locations), stale = new Set((meta.stale || '').split(' '))
  const list = element('ul', '', { class: 'units' })
  for (const place of places(data, words.length)) {
    const item = element('li')
    if (place.id) item.append(element('a', '#' + place.id, { href: url + '#' + place.id, dir: 'ltr' }), ' ')
    if (place.id && stale.has(place.id)) item.append(element('small', form.dataset.stale, { class: 'state' }), ' ')
    item.append(excerpt(words, place, matches, joined ? '' : ' '))
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
