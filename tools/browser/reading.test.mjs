// What a reader does, with JavaScript off, as most of these pages have none.
import test, { after, before } from 'node:test'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { browser, files, kinds, root, serve } from './site.mjs'

let site, chromium, context
before(async () => {
  site = await serve()
  chromium = await browser()
  context = await chromium.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
})
after(async () => { await chromium.close(); site.close() })

async function open(page) {
  const tab = await context.newPage()
  await tab.goto(site.url + page)
  return tab
}

const report = 'reports/harbour-2025-messages/'

test('the root names every language and leads to each', async () => {
  const tab = await open('')
  for (const [lang, name] of [['en', 'English'], ['fr', 'Français'], ['es', 'Español'], ['ar', 'العربية'], ['zh', '中文']]) {
    const link = tab.locator(`main a[hreflang="${lang}"], main a[hreflang^="${lang}-"]`).first()
    assert.equal((await link.innerText()).includes(name), true, `${lang} is named ${name}`)
    const href = await link.getAttribute('href')
    const there = await open(new URL(href, tab.url()).href.slice(site.url.length))
    assert.equal((await there.locator('html').getAttribute('lang')).slice(0, 2), lang)
    await there.close()
  }
  await tab.close()
})

test('the language menu keeps the report', async () => {
  const tab = await open('en/' + report)
  await tab.locator('a[hreflang="ar"]').first().click()
  await tab.waitForURL(site.url + 'ar/' + report)
  assert.equal(await tab.locator('html').getAttribute('dir'), 'rtl')
  await tab.close()
})

test('side by side, a unit and its original stand in one row; on a phone, one under the other', async () => {
  const tab = await open(`fr/${report}with-en/`)
  const rows = () => tab.locator('main .pair[data-unit]').evaluateAll(all => all
    .filter(row => row.children.length === 2)
    .map(row => [...row.children].map(side => side.getBoundingClientRect().top)))
  const wide = await rows()
  assert.ok(wide.length > 20)
  assert.deepEqual(wide.filter(([one, other]) => Math.abs(one - other) > 1), [])
  await tab.setViewportSize({ width: 360, height: 800 })
  assert.deepEqual((await rows()).filter(([one, other]) => other <= one), [])
  await tab.close()
})

test('every page names its language, its direction and one main heading', async () => {
  const wrong = []
  for (const page of await files('.html')) {
    const text = await readFile(path.join(root, page), 'utf8')
    const [, lang] = text.match(/<html lang="([^"]+)"/) ?? []
    const rtl = /<html [^>]*dir="rtl"/.test(text)
    const headings = text.match(/<h1[ >]/g)?.length ?? 0
    if (!lang) wrong.push(`${page}: no language`)
    if (rtl !== ['ar', 'fa', 'he', 'ur'].includes((lang ?? '').slice(0, 2))) wrong.push(`${page}: ${lang}, right to left: ${rtl}`)
    if (headings !== 1) wrong.push(`${page}: ${headings} main headings`)
  }
  assert.deepEqual(wrong, [])
})

test('by keyboard alone, the first stop leads to the text and every stop is seen', async () => {
  const tab = await open('en/' + report)
  await tab.keyboard.press('Tab')
  const skip = tab.locator(':focus')
  assert.equal(await skip.getAttribute('href'), '#main')
  for (let i = 0; i < 30; i++) {
    const focus = tab.locator(':focus')
    const style = await focus.evaluate(e => { const s = getComputedStyle(e); return s.outlineStyle + s.outlineWidth + s.boxShadow })
    assert.notEqual(style, 'none0pxnone', `the focus on ${await focus.innerText()} is seen`)
    await tab.keyboard.press('Tab')
  }
  await tab.close()
})

test('an address of a unit opens there at once, on a phone as on a desk', async () => {
  for (const [page, id] of [['en/reports/harbour-2025-transcript/', 'turn16'], ['ar/' + report, 'item10'], ['fr/reports/harbour-2025-summary/', 'note2']]) {
    for (const width of [360, 1280]) {
      const tab = await context.newPage()
      await tab.setViewportSize({ width, height: 700 })
      await tab.goto(`${site.url}${page}#${id}`)
      const place = () => tab.locator(':target').evaluate(e => ({ top: e.getBoundingClientRect().top, end: innerHeight + scrollY >= document.documentElement.scrollHeight - 1 }))
      const there = ({ top, end }) => top >= 0 && (top < 40 || end && top < 700)
      // Parts further up are laid out when they come near: a frame or two, more on a busy machine.
      let now = await place()
      for (const until = Date.now() + 2000; !there(now) && Date.now() < until; now = await place()) await tab.waitForTimeout(50)
      assert.ok(there(now), `${page}#${id} at ${width} pixels: ${now.top}`)
      await tab.close()
    }
  }
})

test('who wants no motion gets none', async () => {
  const still = await chromium.newContext({ reducedMotion: 'reduce' })
  const tab = await still.newPage()
  for (const page of await kinds({ languages: ['en'] })) {
    await tab.goto(site.url + page)
    const moving = await tab.locator('body *').evaluateAll(all => all.filter(e => {
      const s = getComputedStyle(e)
      return parseFloat(s.transitionDuration) > 0.01 || parseFloat(s.animationDuration) > 0.01
    }).length)
    assert.equal(moving, 0, page)
  }
  await still.close()
})

test('a report prints, notices first, without menus', async () => {
  for (const lang of ['en', 'ar', 'zh']) {
    const tab = await open(lang + '/' + report)
    await tab.emulateMedia({ media: 'print' })
    assert.equal(await tab.locator('header.site nav').first().isVisible(), false, `${lang}: the menu is not printed`)
    assert.equal(await tab.locator('.notice').first().isVisible(), true, `${lang}: the notice is printed`)
    const pdf = await tab.pdf({ format: 'A4' })
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    await tab.close()
  }
})

test('from a folder on disk, a reader gets from the root to a message', async () => {
  const tab = await context.newPage()
  await tab.goto(pathToFileURL(path.join(root, 'index.html')).href)
  await tab.locator('main a[hreflang="en"]').first().click()
  assert.match(tab.url(), /^file:.*\/en\/index\.html$|^file:.*\/en\/$/)
  await tab.close()
})
