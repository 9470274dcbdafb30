// The whole site from a zip, opened as files, without a server.
import test from 'node:test'
import assert from 'node:assert/strict'
import { pathToFileURL } from 'node:url'
import { browser } from './site.mjs'

const folder = process.env.OFFLINE
const skip = !folder && 'OFFLINE does not name the folder into which a zip of `build --zip` was unpacked'

test('from the root to a report, its original beside it and back, without a server', { skip }, async () => {
  const chromium = await browser()
  try {
    const tab = await chromium.newPage()
    const faults = []
    tab.on('requestfailed', request => faults.push(request.url()))
    tab.on('console', line => line.type() === 'error' && faults.push(line.text()))
    await tab.goto(pathToFileURL(folder).href + '/index.html')
    await tab.click('main a[hreflang="ar"]')
    await tab.click('main a[href*="harbour-2025-messages"]')
    assert.equal(await tab.locator('html').getAttribute('dir'), 'rtl')
    await tab.click('.beside-link a')
    assert.ok(tab.url().endsWith('/with-en/index.html'))
    assert.ok(await tab.locator('.pair').count() > 20)
    await tab.click('.keeps a')
    assert.ok(tab.url().endsWith('/ar/reports/harbour-2025-messages/index.html'))
    assert.notEqual(await tab.locator('body').evaluate(e => getComputedStyle(e).fontFamily), '')
    assert.deepEqual(faults, [])
  } finally {
    await chromium.close()
  }
})
