// Accessibility (WCAG 2.2 AA by axe-core) and what no rule engine sees: pages
// that scroll sideways, errors on the console, requests to somebody else.
import test, { after, before } from 'node:test'
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { browser, kinds, serve } from './site.mjs'

const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let site, chromium
before(async () => { site = await serve(); chromium = await browser() })
after(async () => { await chromium.close(); site.close() })

const looks = [
  { width: 320, colorScheme: 'light', languages: ['en', 'ar', 'zh'] },
  { width: 768, colorScheme: 'light', languages: ['en', 'ar', 'zh'] },
  { width: 1280, colorScheme: 'light', languages: ['en', 'ar', 'zh'] },
  { width: 360, colorScheme: 'dark', languages: ['ar'] },
  { width: 1280, colorScheme: 'dark', contrast: 'more', languages: ['en'] },
  { width: 768, forcedColors: 'active', languages: ['zh'] },
]

for (const { width, languages, ...look } of looks) {
  test(`every kind of page at ${width} pixels, ${Object.values(look).join(', ')}, in ${languages.join(', ')}`, async () => {
    // The policy of the pages forbids scripts; axe is one.
    const context = await chromium.newContext({ viewport: { width, height: 800 }, bypassCSP: true, ...look })
    const wrong = []
    const tab = await context.newPage()
    let page = ''
    tab.on('console', message => { if (message.type() === 'error') wrong.push(`${page}: console: ${message.text()}`) })
    tab.on('request', request => {
      if (!request.url().startsWith(site.url) && !request.url().startsWith('data:')) wrong.push(`${page} asks for ${request.url()}`)
    })
    for (page of await kinds({ languages })) {
      await tab.goto(site.url + page)
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) wrong.push(`${page} is ${wide} pixels too wide`)
      await tab.evaluate(axe)
      const { violations } = await tab.evaluate(tags => axe.run({ runOnly: tags, resultTypes: ['violations'] }), tags)
      for (const { id, nodes } of violations) wrong.push(`${page}: ${id}: ${nodes[0].html.slice(0, 160)}`)
    }
    await context.close()
    assert.deepEqual(wrong, [])
    assert.deepEqual(site.lost, [])
  })
}
