// The pages as HTML, by the Nu HTML checker.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { root } from './site.mjs'

test('the Nu HTML checker finds nothing', () => {
  const jar = createRequire(import.meta.url)('vnu-jar')
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--errors-only', '--skip-non-html', root], { encoding: 'utf8', maxBuffer: 1 << 26 })
  assert.equal(run.error, undefined)
  assert.equal(run.stderr, '')
  assert.equal(run.status, 0)
})
