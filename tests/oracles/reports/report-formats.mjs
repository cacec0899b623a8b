// node report-formats.mjs PROGRAM SOURCE_FOLDER
// Lets the program check real content with mistakes in it, and holds each format of its report against what is
// published for it: our own JSON Schema, OASIS's schema of SARIF 2.1.0, and the commands that GitHub's toolkit writes
// for the same problems. What check prints must agree in all formats.

import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import path from 'node:path'

const require = createRequire(new URL('../../package.json', import.meta.url))
const [program, source] = process.argv.slice(2).map((one) => path.resolve(one))
const work = mkdtempSync(path.join(tmpdir(), 'localoffer-reports-'))
process.on('exit', () => rmSync(work, {recursive: true, force: true}))

for (const part of ['content/newcastle', 'site/newcastle.yaml']) cpSync(path.join(source, part), path.join(work, part), {recursive: true})

/** Replaces the first `from` in a file; it must be there. */
function spoil(file, from, to) {
  const name = path.join(work, file)
  const text = readFileSync(name, 'utf8')
  assert(from.test(text), `${from} is not in ${file}`)
  writeFileSync(name, text.replace(from, to))
}

// Mistakes whose messages hold what each format must escape: commas, colons, percent signs, quotes, other alphabets.
spoil('content/newcastle/milestones/attendance-and-exclusions.yaml', /status: at-risk/, 'status: "50%, or: \\"half\\" ½ ж"')
spoil('content/newcastle/milestones/attendance-and-exclusions.yaml', /first_due: .*/, 'first_due: Dec 18')
spoil('content/newcastle/plan.md', /^area:/m, 'aera:')
spoil('content/newcastle/plan.md', /\n---\n/, '\n---\n<script>alert("1, 2: 3%")</script>\n\n')
spoil('site/newcastle.yaml', /^publisher:.*\n/m, '')
writeFileSync(path.join(work, 'content/newcastle/milestones/a, b: 100%.yaml'), 'title: [1, 2]\n')

function check(format) {
  const run = spawnSync(program, ['check', 'site/newcastle.yaml', '--as-of', '2019-10-16', '--format', format], {cwd: work, encoding: 'utf8'})
  assert.equal(run.status, 1, run.stderr)
  return run.stdout
}

/** Throws with each place where `document` breaks `schema`. */
function validate(ajv, schema, document, name) {
  const valid = ajv.validate(schema, document)
  assert(valid, `${name}: ${JSON.stringify(ajv.errors, null, 2)}`)
}

const Ajv = require('ajv')
const schemaRun = spawnSync(program, ['schema', '--format', 'report'], {encoding: 'utf8'})
const report = JSON.parse(check('json'))
validate(new Ajv({allErrors: true}), JSON.parse(schemaRun.stdout), report, 'json')
assert(report.errors >= 6, `only ${report.errors} errors`)
assert.throws(() => validate(new Ajv(), JSON.parse(schemaRun.stdout), {...report, extra: 1}, 'json'), 'the schema refuses nothing')

const sarifAjv = new Ajv({allErrors: true, schemaId: 'id', unknownFormats: 'ignore'})
sarifAjv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'))
const sarifSchema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const sarif = JSON.parse(check('sarif'))
validate(sarifAjv, sarifSchema, sarif, 'sarif')
const [run] = sarif.runs
assert.deepEqual(run.results.map((result) => result.ruleId), report.diagnostics.map((one) => one.code))
for (const result of run.results) assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId)
assert.throws(() => validate(sarifAjv, sarifSchema, {...sarif, runs: [{...run, tool: undefined}]}, 'sarif'), 'the schema refuses nothing')

// GitHub publishes no schema, but its toolkit writes the same commands.
const {issueCommand} = require('@actions/core/lib/command')

/** The line that the toolkit prints for a command. */
function toolkitLine(command, properties, message) {
  const print = process.stdout.write
  let line = ''
  process.stdout.write = (text) => (line += text)
  try {
    issueCommand(command, properties, message)
  } finally {
    process.stdout.write = print
  }
  return line.trimEnd()
}

const written = check('github').trimEnd().split('\n')
assert.equal(written.length, report.diagnostics.length)
for (const [index, one] of report.diagnostics.entries()) {
  const notes = one.notes.map((note) => `\n${note.file}:${note.line ?? 0}: ${note.text}`).join('')
  const properties = {title: one.code}
  if (one.file) properties.file = one.file
  if (one.line) Object.assign(properties, {line: one.line, col: one.column, endColumn: one.column + Math.max(one.length, 1)})
  const expected = toolkitLine(one.severity, properties, one.message + (one.help ? `\n${one.help}` : '') + notes)
  assert.equal(written[index], expected)
}

console.log(`${report.diagnostics.length} problems agree in json, sarif and github`)
