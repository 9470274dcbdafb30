// Full-text search with Pagefind's own index and WebAssembly, under the
// policy of its page: what is typed, and the unit to which a result leads.
import test, { after, before } from 'node:test'
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { browser, root, serve } from './site.mjs'

const skip = !existsSync(path.join(root, 'pagefind')) && 'the site was built without Pagefind, and nothing is searched'

let site, chromium
before(async () => { site = await serve(); chromium = await browser() })
after(async () => { await chromium.close(); site.close() })

const messages = 'harbour-2025-messages', summary = 'harbour-2025-summary'

const searches = [
  { lang: 'en', words: 'customers', report: 'harbour-2025-transcript', unit: /^turn16$/, text: /customers/ },
  { lang: 'en', words: 'HF/2025/6', report: summary, unit: /^note1$/, text: /HF\/2025\/6/ },
  { lang: 'en', words: 'HF/2025', report: summary, text: /HF\/2025\// },
  { lang: 'fr', words: 'securite', report: messages, unit: /./, text: /sécurité/i },
  { lang: 'es', words: 'violacion', report: messages, unit: /^item4$/, text: /violación/, stale: true },
  { lang: 'ar', words: 'الرقمية', report: messages, unit: /./, text: /الرقمية/ },
  { lang: 'ar', words: 'ثقة', report: messages, unit: /./, text: /الثقة/ },
  { lang: 'zh', words: '会议', report: messages, unit: /./, text: /会议/ },
  { lang: 'zh', words: '秘书处', report: messages, unit: /./, text: /秘书处/ },
]

for (const { lang, words, report, unit, text, stale } of searches) {
  test(`${words} is found in ${lang}`, { skip }, async () => {
    const tab = await chromium.newPage({ viewport: { width: 320, height: 700 } })
    const faults = []
    tab.on('console', line => faults.push(line.text()))
    tab.on('pageerror', error => faults.push(String(error)))
    await tab.goto(`${site.url}${lang}/find/`)
    await tab.fill('#q', words)
    await tab.keyboard.press('Enter')
    const result = tab.locator('#results > li').filter({ has: tab.locator(`> a[href*="/reports/${report}/"]`) })
    await result.waitFor({ timeout: 10000 })
    assert.match(await result.innerText(), text)
    const credit = await result.locator('.meta').count()
    assert.ok(credit > 0, 'credit, notices, and what is known of the translation stand with a result')
    assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing scrolls sideways')
    if (unit) {
      const ids = await result.locator('.units a').evaluateAll(all => all.map(a => new URL(a.href).hash.slice(1)))
      assert.ok(ids.some(id => unit.test(id)), `${ids} has ${unit}`)
      const place = result.locator(`.units li:has(a[href$="#${ids.find(id => unit.test(id))}"])`)
      assert.equal(await place.locator('small.state').count(), stale ? 1 : 0)
      await place.locator('a').click()
      await tab.waitForURL(/reports/)
      assert.equal(await tab.locator(':target').count(), 1, 'the unit is there')
    }
    assert.deepEqual(faults, [])
    await tab.close()
  })
}

test('what stands nowhere is not found, and the address keeps what was typed', { skip }, async () => {
  const tab = await chromium.newPage()
  await tab.goto(`${site.url}en/find/?q=HF%2F2099%2F1`)
  await tab.locator('[role=status]', { hasText: /./ }).waitFor()
  assert.equal(await tab.locator('#results > li').count(), 0)
  assert.equal(await tab.inputValue('#q'), 'HF/2099/1')
  await tab.close()
})

test('without a script the page says so and lists the other ways', { skip }, async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false })
  const tab = await context.newPage()
  await tab.goto(`${site.url}fr/find/`)
  assert.equal(await tab.locator('#search').isVisible(), false)
  assert.equal(await tab.locator('#search-note').isVisible(), true)
  assert.ok(await tab.locator('main .entries a').count() > 8)
  await context.close()
})
