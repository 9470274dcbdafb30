// Citing: what a report page says of itself to people and to programs, under
// its own security policy.
import test, { after, before } from 'node:test'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { browser, files, root, serve } from './site.mjs'

let site, chromium
before(async () => { site = await serve(); chromium = await browser() })
after(async () => { await chromium.close(); site.close() })

const report = 'fr/reports/harbour-2025-summary/'
const works = async () => (await files('cite.json')).map(name => name.replace('cite.json', ''))

test('the policy lets data for search engines stand, and logs nothing', async () => {
  const tab = await chromium.newPage()
  const logged = []
  tab.on('console', message => logged.push(message.text()))
  tab.on('pageerror', error => logged.push(String(error)))
  const pages = await works()
  assert.ok(pages.length > 5)
  for (const page of pages) {
    await tab.goto(site.url + page)
    const data = await tab.locator('script[type="application/ld+json"]').allTextContents()
    assert.equal(data.length, 1, page)
    assert.equal(JSON.parse(data[0])['@context'], 'https://schema.org')
  }
  assert.deepEqual(logged, [])
  await tab.close()
})

test('original and translation name each other, and nobody else does', async () => {
  const tab = await chromium.newPage()
  const of = new Set(), to = new Set()
  for (const page of await works()) {
    await tab.goto(site.url + page)
    const work = JSON.parse(await tab.locator('script[type="application/ld+json"]').textContent())
    assert.equal(work['@id'], await tab.locator('link[rel=canonical]').getAttribute('href'))
    if (work.translationOfWork) of.add(`${work['@id']} ${work.translationOfWork['@id']}`)
    for (const translation of work.workTranslation ?? []) to.add(`${translation['@id']} ${work['@id']}`)
  }
  assert.ok(of.size > 3)
  assert.deepEqual([...of].sort(), [...to].sort())
  await tab.close()
})

test('the citation opens with the keyboard and without scripts, and its files are there', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 700 } })
  const tab = await context.newPage()
  await tab.goto(site.url + report)
  const cite = tab.locator('details.cite')
  assert.equal(await cite.locator('p').first().isVisible(), false)
  await cite.locator('summary').focus()
  await tab.keyboard.press('Enter')
  const text = await cite.locator('p').first().innerText()
  assert.match(text, /^Forum du Port.*Traduit par Solène Arvieux ; l’original en anglais fait foi\..*https:\/\/archive\.example\/fr\/reports\/harbour-2025-summary\/$/)
  for (const link of await cite.locator('ul a').all()) {
    const name = new URL(await link.getAttribute('href'), tab.url()).href.slice(site.url.length)
    assert.match(await readFile(path.join(root, name), 'utf8'), /Solène Arvieux/)
  }
  assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
  await context.close()
})

test('a mark at a part leads to the register of corrections, and back', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false })
  const tab = await context.newPage()
  await tab.goto(site.url + report)
  await tab.locator('#p5 small.state a').click()
  assert.equal(new URL(tab.url()).hash, '#erratum-1')
  await tab.locator('#erratum-1 a').first().click()
  assert.equal(new URL(tab.url()).hash, '#p5')
  await context.close()
})

test('Zotero’s names are those of the citation', async () => {
  const tab = await chromium.newPage()
  for (const page of await works()) {
    await tab.goto(site.url + page)
    const named = name => tab.locator(`meta[name="${name}"]`).evaluateAll(all => all.map(m => m.content))
    const [item] = JSON.parse(await readFile(path.join(root, page, 'cite.json'), 'utf8'))
    assert.deepEqual(await named('citation_title'), [item.title])
    assert.deepEqual(await named('citation_author'), [item.author[0].literal])
    assert.deepEqual(await named('citation_language'), [item.language])
    assert.deepEqual(await named('citation_public_url'), [item.URL])
    assert.deepEqual(await named('DC.contributor'), (item.translator ?? []).map(t => t.literal))
  }
  await tab.close()
})
