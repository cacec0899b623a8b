// node mistakes.mjs PROGRAM SOURCE_FOLDER
// Puts each of the thirty mistakes that published reports make into a copy of the real content, one at a time. Each gives
// its own diagnostic, with file, line and column, and no other; the content as it stands gives none.

import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {cases} from './cases.mjs'

const [program, source] = process.argv.slice(2).map((one) => path.resolve(one))
const work = mkdtempSync(path.join(tmpdir(), 'localoffer-mistakes-'))
process.on('exit', () => rmSync(work, {recursive: true, force: true}))

const sites = [...new Set(cases.map((one) => one.site))]
for (const site of sites)
  for (const part of [`content/${site}`, `site/${site}.yaml`]) cpSync(path.join(source, part), path.join(work, part), {recursive: true})

/** Changes the files that a case names, and returns what puts them back. */
function spoil({edits}) {
  const undo = []
  for (const {file, from, to, write} of edits) {
    const name = path.join(work, file)
    const before = existsSync(name) ? readFileSync(name, 'utf8') : null
    undo.unshift(() => (before === null ? rmSync(name) : writeFileSync(name, before)))
    if (write !== undefined) {
      mkdirSync(path.dirname(name), {recursive: true})
      writeFileSync(name, write)
      continue
    }
    if (!from.test(before ?? '')) throw new Error(`${from} is not in ${file}: the content has changed, and so must the case`)
    writeFileSync(name, before.replace(from, to))
  }
  return () => undo.forEach((one) => one())
}

function diagnostics(site) {
  const run = spawnSync(program, ['check', `site/${site}.yaml`, '--format', 'json'], {cwd: work, encoding: 'utf8'})
  if (!run.stdout) throw new Error(run.stderr || String(run.error))
  return JSON.parse(run.stdout).diagnostics.filter((one) => one.code !== 'not-a-repository')
}

const shown = (one) => `${one.file}:${one.line}:${one.column}: ${one.severity}[${one.code}]: ${one.message}`
const problems = []
for (const site of sites) for (const one of diagnostics(site)) problems.push(`${site} as it stands: ${shown(one)}`)

for (const one of cases) {
  const mend = spoil(one)
  const found = diagnostics(one.site)
  mend()
  const name = `${one.rule}, ${one.code} (${one.site})`
  if (found.length === 0) problems.push(`${name}: nothing was found`)
  for (const other of found.filter((diagnostic) => diagnostic.code !== one.code)) problems.push(`${name}: also ${shown(other)}`)
  for (const own of found.filter((diagnostic) => diagnostic.code === one.code))
    if (!own.file || !own.line || !own.column || !own.help) problems.push(`${name}: without a place or help: ${shown(own)}`)
}

const rules = new Set(cases.map((one) => one.rule))
for (let rule = 1; rule <= 30; ++rule) if (!rules.has(rule)) problems.push(`rule ${rule} has no case`)

for (const problem of problems) console.error(problem)
console.log(`${cases.length} mistakes in ${sites.length} sites: ${problems.length} problems`)
process.exit(problems.length === 0 ? 0 : 1)
