// The built site, served from a deep folder, as a host that nobody asked might
// serve it; and the browser that opens it.
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { chromium } from 'playwright-core'

export const root = process.env.SITE ?? fileURLToPath(new URL('../../public', import.meta.url))
const prefix = '/some/deep/folder/'

const types = {
  '.html': 'text/html', '.css': 'text/css', '.json': 'application/json', '.txt': 'text/plain', '.md': 'text/markdown',
  '.xml': 'application/xml', '.svg': 'image/svg+xml', '.js': 'text/javascript', '.wasm': 'application/wasm',
  '.epub': 'application/epub+zip',
}

// packs says whether a host would compress what it sends: texts, for whom can read it so.
const packs = (type, request) => /^text\/|json$|xml$/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')

/** Serves a site on a free port; returns its address and what was asked for in vain. */
export async function serve(from = root) {
  const lost = []
  const server = createServer(async (request, response) => {
    let name = decodeURIComponent(new URL(request.url, 'http://x').pathname)
    if (name.endsWith('/')) name += 'index.html'
    try {
      if (!name.startsWith(prefix)) throw new Error('outside')
      const data = await readFile(path.join(from, name.slice(prefix.length)))
      const type = types[path.extname(name)] ?? 'application/octet-stream'
      response.setHeader('content-type', type)
      if (!packs(type, request)) return void response.end(data)
      response.setHeader('content-encoding', 'gzip')
      response.end(gzipSync(data))
    } catch {
      lost.push(name)
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise(done => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${server.address().port}${prefix}`, lost, close: () => server.close() }
}

/** Starts Debian's Chromium, which asks nobody for anything. */
export function browser(...more) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--allow-file-access-from-files', ...more],
  })
}

/** Every file of the site with that ending, as paths from its root, sorted. */
export async function files(ending) {
  const names = await readdir(root, { recursive: true })
  return names.filter(name => name.endsWith(ending)).sort()
}

/** Every page of the site as an address from its root. */
export async function pages() {
  return (await files('.html')).map(name => name.replace(/(^|\/)index\.html$/, '$1'))
}

/**
 * A few pages of every kind: the kind is the address with its language, its report and its last name left open, so that a
 * new kind of page is tested as soon as it is built.
 */
export async function kinds({ languages, each = 1 }) {
  const seen = new Map()
  for (const page of await pages()) {
    if (page === '404.html') continue // its links begin at the host's root, where this site does not stand
    const parts = page.split('/')
    if (parts[0].length <= 3 && parts.length > 1 && !languages.includes(parts[0])) continue
    const kind = parts.map((part, i) => {
      if (i === 0) return part.length <= 3 ? part : 'root'
      if (i === 2 && part) return '*'
      return part.startsWith('with-') ? 'with' : part
    }).join('/')
    if (!seen.has(kind)) seen.set(kind, [])
    if (seen.get(kind).length < each) seen.get(kind).push(page)
  }
  return [...seen.values()].flat()
}
