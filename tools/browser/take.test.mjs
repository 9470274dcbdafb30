// What is taken away from the site, by the programs that know its formats:
// epubcheck, xmllint, rapper; and the whole site from a zip, without a server.
import test from 'node:test'
import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { files, root } from './site.mjs'

const run = (program, args) => spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
const without = program => run('which', [program]).status !== 0 && `${program} is not installed here, and what it would find is not looked for`
const at = name => path.join(root, name)

// Debian's own script for epubcheck runs in its own shell alone.
const epubcheck = '/usr/share/java/epubcheck.jar'
const noEpubcheck = !existsSync(epubcheck) && 'epubcheck is not installed here, and the books are not looked at'

test('epubcheck finds nothing in any book', { skip: noEpubcheck }, async () => {
  const books = await files('.epub')
  assert.ok(books.length > 0, 'there are books')
  // A program that runs for a second is not worth compiling well.
  const look = promisify(execFile)
  const next = async () => {
    for (let book = books.pop(); book; book = books.pop()) {
      const { stdout, stderr } = await look('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', epubcheck, at(book)]).catch(error => error)
      assert.match(stdout + stderr, /0 fatals \/ 0 errors \/ 0 warnings \/ 0 infos/, `${book}\n${stderr}`)
    }
  }
  await Promise.all([next(), next()])
})

test('xmllint finds nothing in feeds, catalogues, memories and the map', { skip: without('xmllint') }, async () => {
  const all = [...await files('.xml'), ...await files('.tmx')]
  assert.ok(all.some(name => name.endsWith('feed.xml')) && all.some(name => name.endsWith('opds.xml')) && all.includes('sitemap.xml') && all.some(name => name.endsWith('.tmx')))
  const { stderr, status } = run('xmllint', ['--noout', ...all.map(at)])
  assert.equal(stderr, '')
  assert.equal(status, 0)
})

test('a feed has what RFC 4287 asks for', { skip: without('xmllint') }, async () => {
  const atom = name => `*[local-name()="${name}"]`
  for (const feed of [...await files('feed.xml'), ...await files('opds.xml')]) {
    const count = expression => Number(run('xmllint', ['--xpath', `count(${expression})`, at(feed)]).stdout)
    assert.equal(count(`/${atom('feed')}[${atom('id')} and ${atom('title')} and ${atom('updated')} and ${atom('author')} and ${atom('link')}[@rel="self"]]`), 1, feed)
    assert.equal(count(`//${atom('entry')}[not(${atom('id')} and ${atom('title')} and ${atom('updated')} and ${atom('link')})]`), 0, feed)
    const ids = run('xmllint', ['--xpath', `//${atom('entry')}/${atom('id')}/text()`, at(feed)]).stdout.trim().split('\n')
    assert.equal(new Set(ids).size, ids.length, `${feed}: an id twice`)
  }
})

test('rapper reads the themes, and JSON-LD says the same', { skip: without('rapper') }, async () => {
  const turtle = run('rapper', ['-q', '-i', 'turtle', '-o', 'ntriples', at('data/themes.ttl')])
  assert.equal(turtle.stderr, '')
  assert.equal(turtle.status, 0)
  const { '@graph': graph } = JSON.parse(await readFile(at('data/themes.jsonld'), 'utf8'))
  const triples = graph.reduce((n, node) => n + Object.entries(node).reduce((m, [key, value]) => m + (key === '@id' ? 0 : key === '@type' ? 1 : value.length), 0), 0)
  assert.equal(turtle.stdout.trim().split('\n').length, triples)
})
