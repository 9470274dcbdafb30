// What readers want, from the home of their language and without scripts: an
// archive is published three times into a repository of its own, and its pages
// are opened as a reader would.
import test, { after, before } from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { appendFile, cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { browser, serve } from './site.mjs'

const top = fileURLToPath(new URL('../..', import.meta.url))
const axe = await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const report = 'reports/harbour-2025-messages/'

let folder, copy, site, chromium

function run(command, ...args) {
  const done = spawnSync(command, args, {
    cwd: path.join(folder, 'a'), encoding: 'utf8',
    env: { ...process.env, GIT_AUTHOR_NAME: 'Ana', GIT_AUTHOR_EMAIL: 'ana@example.org', GIT_COMMITTER_NAME: 'Ana', GIT_COMMITTER_EMAIL: 'ana@example.org' },
  })
  assert.equal(done.status, 0, `${command} ${args.join(' ')}: ${done.error ?? done.stderr}`)
}

async function replace(lang, was, is) {
  const file = path.join(folder, 'a/content', report, `index.${lang}.md`)
  const text = await readFile(file, 'utf8')
  assert.ok(text.includes(was))
  await writeFile(file, text.replace(was, is))
}

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-history-'))
  for (const name of ['content', 'i18n', 'layouts', 'assets', 'config.toml', '.gitignore']) {
    await cp(path.join(top, name), path.join(folder, 'a', name), { recursive: true })
  }
  await appendFile(path.join(folder, 'a/config.toml'), '\n[params.forge]\nkind = "github"\nurl = "https://forge.example/forum/archive"\nbranch = "main"\n')
  const tool = path.join(folder, 'rapporteur')
  assert.equal(spawnSync('go', ['build', '-o', tool, './tools/rapporteur'], { cwd: top, stdio: 'inherit' }).status, 0)
  const publish = edition => {
    run(tool, 'sync')
    run('git', 'add', '-A')
    run('git', 'commit', '-qm', edition)
    run(tool, 'publish', '--edition', edition, '--search', 'no')
  }
  run('git', 'init', '-q', '-b', 'main')
  publish('2025.1')
  await replace('en', 'in 48 sessions asked', 'in 49 sessions asked')
  publish('2025.2')
  for (const lang of ['fr', 'ar', 'zh']) await replace(lang, '48', '49')
  await replace('en', 'A line to the house is not yet access.', 'Nobody shall be asked to leave the quay before the second bell of the evening.')
  publish('2026.1')
  copy = path.join(folder, 'copy')
  run('git', 'clone', '-q', '--branch', 'archive', '.', copy)
  site = await serve(copy)
  chromium = await browser()
})
after(async () => {
  await chromium?.close()
  site?.close()
  await rm(folder, { recursive: true, force: true })
})

// An edition has one page, with the edition before: English changed in each.
const pages = lang => lang === 'en' ? ['history/', 'history/2025.2--2026.1/'] : ['history/', 'history/2025.1--2026.1/', 'with-en/']

for (const look of [{ width: 320, colorScheme: 'light' }, { width: 1280, colorScheme: 'light' }, { width: 1280, colorScheme: 'dark', forcedColors: 'active' }]) {
  test(`pages of a history at ${Object.values(look).join(', ')}`, async () => {
    const { width, ...media } = look
    const context = await chromium.newContext({ viewport: { width, height: 800 }, bypassCSP: true, ...media })
    const wrong = []
    for (const lang of ['en', 'ar', 'zh']) {
      for (const page of pages(lang)) {
        const tab = await context.newPage()
        await tab.goto(site.url + lang + '/' + report + page)
        const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (wide > 0) wrong.push(`${lang} ${page} is ${wide} pixels too wide`)
        await tab.evaluate(axe)
        const { violations } = await tab.evaluate(tags => axe.run({ runOnly: tags }), tags)
        for (const { id, nodes } of violations) wrong.push(`${lang} ${page}: ${id}: ${nodes[0].html.slice(0, 160)}`)
        await tab.close()
      }
    }
    await context.close()
    assert.deepEqual(wrong, [])
    assert.deepEqual(site.lost, [])
  })
}

test('without JavaScript, from a report to what changed in the original and, beside it, in the translation', async () => {
  const context = await chromium.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  for (const lang of ['fr', 'ar', 'zh']) {
    const tab = await context.newPage()
    await tab.goto(site.url + lang + '/' + report)
    await tab.locator('.go a[href="history/"]').click()
    await tab.locator('a[href="2025.1--2026.1/"]').click()
    const row = tab.locator('#para2')
    for (const side of [0, 1]) {
      const cell = row.locator('> div').nth(side)
      // What an ear hears besides the words stands in a span of its own.
      const words = await cell.evaluate(e => [...e.querySelectorAll('del, ins')].map(m => m.localName + m.lastChild.textContent))
      assert.deepEqual(words, ['del48', 'ins49'], `${lang}, side ${side}`)
      assert.equal(await cell.locator('del > .v, ins > .v').count(), 2)
      const marks = await cell.locator('del, ins').evaluateAll(all => all.map(e => getComputedStyle(e).textDecorationLine))
      assert.deepEqual(marks, ['line-through', 'underline'], 'not by colour alone')
    }
    const [one, other] = await row.locator('> div').evaluateAll(all => all.map(e => e.getBoundingClientRect()))
    assert.ok(Math.abs(one.top - other.top) < 1, 'in one row')
    assert.equal(one.left > other.left, lang === 'ar', 'the reference stands first, where the reader begins')
    await tab.close()
  }
  await context.close()
})

test('the Nu HTML checker finds nothing in the pages of a history', () => {
  const jar = createRequire(import.meta.url)('vnu-jar')
  const folders = ['en', 'fr', 'ar', 'zh'].map(lang => path.join(copy, lang, report))
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--errors-only', '--skip-non-html', ...folders], { encoding: 'utf8', maxBuffer: 1 << 26 })
  assert.equal(run.error, undefined)
  assert.equal(run.stderr, '')
  assert.equal(run.status, 0)
})

// A reader at the home of a language, without scripts. What is clicked is a link or a summary that can be seen, and every
// click is counted.
async function reader(lang) {
  const context = await chromium.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } })
  const tab = await context.newPage()
  await tab.goto(`${site.url}${lang}/`)
  let clicks = 0
  return {
    tab,
    clicks: () => clicks,
    leave: () => context.close(),
    click: async (words, within = 'body') => {
      const link = tab.locator(within).locator('a, summary').filter({ hasText: words }).first()
      await link.click({ timeout: 5000 })
      clicks++
    },
  }
}

const original = 'Port Merrow Messages'
const wants = [
  ['what a report says on one goal, in Arabic', 'en', 4, async ({ click, tab }) => {
    await click('العربية', 'nav.languages')
    await click('أهداف التنمية', 'nav')
    await click(/^16/, 'main')
    await click('الثقة الرقمية', 'main .sections')
    assert.equal(await tab.locator(':target').getAttribute('data-unit'), 'h1')
    assert.equal(await tab.locator(':target').evaluate(e => getComputedStyle(e).direction), 'rtl')
  }],
  ['to cite one message', 'fr', 3, async ({ click, tab }) => {
    await click('Messages de Port Merrow', 'main')
    await click('Citer ce rapport', 'main')
    const text = await tab.locator('#cite').innerText()
    assert.match(text, /Solène Arvieux.*https:\/\/archive\.example\/fr\/reports\/harbour-2025-messages\/2026\.1\//)
    await tab.locator('#item4').hover()
    await click('#', '#item4')
    assert.equal(new URL(tab.url()).hash, '#item4')
  }],
  ['what changed since the draft', 'en', 3, async ({ click, tab }) => {
    await click(original, 'main')
    await click('How this text changed', 'main')
    await click('What changed since 2025.1', 'main')
    assert.ok(await tab.locator('del').count() > 0 && await tab.locator('ins').count() > 0)
  }],
  ['to check one sentence against the original', 'fr', 2, async ({ click, tab }) => {
    await click('Messages de Port Merrow', 'main')
    await click('Lire en regard', 'main')
    assert.match(await tab.locator('#para2 [lang="en"]').innerText(), /The Port Merrow Messages tell/)
    assert.match(await tab.locator('#para2').innerText(), /Les Messages de Port Merrow disent/)
  }],
  ['to read it on a train', 'zh', 3, async ({ click, tab }) => {
    await click('梅罗港讯息', 'main')
    await click('取用本文', 'main')
    const [download] = await Promise.all([tab.waitForEvent('download'), click('EPUB', '.take')])
    assert.ok((await stat(await download.path())).size > 5000)
  }],
  ['all that one speaker said', 'en', 3, async ({ click, tab }) => {
    await click('Speakers', 'main')
    await click('TOBIAS AMARO-LIND', 'main')
    const said = await tab.locator('.units a').count()
    assert.ok(said > 3)
    await click(/./, '.units')
    assert.match(await tab.locator(':target').innerText(), /^TOBIAS AMARO-LIND/)
  }],
  ['a document by its symbol', 'es', 3, async ({ click, tab }) => {
    await click('Signaturas', 'main')
    await click('HF/2025/6', 'main')
    await click('Mensajes de Port Merrow', 'main')
    assert.match(await tab.locator('.facts').innerText(), /HF\/2025\/6/)
  }],
  ['whether a translation is up to date, and who made it', 'fr', 1, async ({ click, tab }) => {
    await click('Messages de Port Merrow', 'main')
    assert.match(await tab.locator('.credit').innerText(), /Traduit par .*Solène Arvieux/)
    assert.match(await tab.locator('.freshness').innerText(), /1 passage sur 47 est plus ancien que l’original/)
    assert.equal(await tab.locator('.body [data-state="stale"]').count(), 1)
  }],
  ['to suggest a correction at a paragraph', 'fr', 2, async ({ click, tab }) => {
    await click('Messages de Port Merrow', 'main')
    await tab.locator('#para2').hover()
    await click('#', '#para2')
    const link = tab.locator('#para2 a', { hasText: 'Proposer une correction' })
    assert.equal(await link.isVisible(), true)
    assert.match(await link.getAttribute('href'), /^https:\/\/forge\.example\/forum\/archive\/edit\/main\/content\/reports\/harbour-2025-messages\/index\.fr\.md/)
  }],
  ['to follow the news in French', 'fr', 0, async ({ tab }) => {
    const feed = tab.locator('main a[type="application/atom+xml"]').first()
    assert.equal(await feed.isVisible(), true)
    const name = new URL(await feed.getAttribute('href'), tab.url()).href.slice(site.url.length)
    assert.match(await readFile(path.join(copy, name), 'utf8'), /xml:lang="fr"[\s\S]*<title>Messages de Port Merrow/)
  }],
]

for (const [want, lang, most, walk] of wants) {
  test(`a reader wants ${want}: at most ${most} clicks`, async () => {
    const one = await reader(lang)
    await walk(one)
    assert.ok(one.clicks() <= most, `${one.clicks()} clicks`)
    await one.leave()
  })
}
