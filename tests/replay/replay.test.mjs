// node replay.test.mjs PROGRAM SOURCE_FOLDER
// Replays each history that there is: twice the same commits, today's content byte for byte in the last one, and no mistake
// in any. Then mistakes are put into a history, and each must be told with its file and line.

import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'

const [program, source] = process.argv.slice(2).map((one) => path.resolve(one))
const work = mkdtempSync(path.join(tmpdir(), 'localoffer-replay-'))
process.on('exit', () => rmSync(work, {recursive: true, force: true}))

// A repository around the tests, or a hook that runs them, must not be taken for the replayed one.
for (const name of Object.keys(process.env)) if (name.startsWith('GIT_')) delete process.env[name]

function run(command, ...words) {
  const {status, stdout, stderr, error} = spawnSync(command, words, {encoding: 'utf8', maxBuffer: 1 << 28})
  assert.equal(error, undefined)
  return {status, stdout, stderr}
}

const replay = (area, out, ...words) => run(process.execPath, path.join(source, 'site/replay.mjs'), area, out, ...words)

function succeeded({status, stdout, stderr}) {
  assert.equal(status, 0, stderr)
  return stdout.trim()
}

const git = (folder, ...words) => succeeded(run('git', '-C', folder, ...words))

/** The paths of all files below a folder, sorted, from `top`. */
function filesBelow(top, folder) {
  return readdirSync(path.join(top, folder))
    .flatMap((name) => {
      const file = path.posix.join(folder, name)
      return statSync(path.join(top, file)).isDirectory() ? filesBelow(top, file) : [file]
    })
    .sort()
}

/** What a history of an area holds, replayed from the source folder. */
function checkArea(area) {
  const [first, second] = ['first', 'second'].map((name) => path.join(work, area, name))
  for (const out of [first, second]) succeeded(replay(area, out))
  const commits = git(first, 'rev-list', '--reverse', 'main').split('\n')
  assert(commits.length > 1, `${area} has one step only`)
  assert.deepEqual(git(second, 'rev-list', '--reverse', 'main').split('\n'), commits, 'the same content gave other commits')
  assert.equal(git(first, 'status', '--porcelain'), '')

  const files = [...filesBelow(source, `content/${area}`), `site/${area}.yaml`].sort()
  const baseline = /^baseline: *(\S+)/m.exec(readFileSync(path.join(source, `site/${area}.yaml`), 'utf8'))
  if (baseline) files.push(baseline[1])
  assert.deepEqual(git(first, 'ls-tree', '-r', '--name-only', 'main').split('\n').sort(), files.sort())
  for (const file of files)
    assert(readFileSync(path.join(source, file)).equals(readFileSync(path.join(first, file))), `${file} is not as it stands today`)

  for (const commit of commits) {
    const format = '--format=%an <%ae>%n%cn <%ce>%n%aI%n%cI%n%s'
    const [author, committer, written, made, subject] = git(first, 'log', '-1', format, commit).split('\n')
    assert.equal(author, 'localoffer demonstration <demonstration@example.org>')
    assert.equal(committer, author)
    assert.match(written, /^\d{4}-\d\d-\d\dT12:00:00(Z|\+00:00)$/)
    assert.equal(made, written)
    const checked = run(program, 'check', path.join(first, `site/${area}.yaml`), '--at', commit, '--format', 'json')
    const {errors, diagnostics} = JSON.parse(checked.stdout)
    assert.equal(errors, 0, `${area}, ${written}: ${checked.stdout}`)
    assert.deepEqual(diagnostics, [], `${area}, ${written}`)
    assert.equal(checked.status, 0)
    // What stands on a day can only be called that day's.
    const settings = git(first, 'show', `${commit}:site/${area}.yaml`)
    assert.equal(/^as_of: *(\S+)/m.exec(settings)?.[1], written.slice(0, 10), `${area}: as_of of '${subject}'`)
  }
  return commits.length
}

const histories = path.join(source, 'site/histories')
const areas = readdirSync(histories).filter((name) => existsSync(path.join(histories, name, 'steps.yaml')))
assert(areas.includes('newcastle') && areas.includes('somerset'))
for (const area of areas) console.log(`${area}: ${checkArea(area)} commits`)

// A small area, whose history is spoiled in each way.
const small = path.join(work, 'small')
const history = 'site/histories/wendmere'
function put(file, text) {
  mkdirSync(path.dirname(path.join(small, file)), {recursive: true})
  writeFileSync(path.join(small, file), text)
}
put('site/wendmere.yaml', 'title: Wendmere\nas_of: 2021-02-01\n')
put('content/wendmere/plan.md', '---\ntitle: The plan\n---\nA promise. It is kept.\n')
put('content/wendmere/news/one.md', '---\ntitle: News\n---\nHello.\n')
put('content/wendmere/milestones/all.yaml', '- id: a\n  title: A\n  status: late\n  comments: [one, two]\n- id: b\n  title: B\n  status: late\n')

const right = `steps:
  - date: 2021-01-01
    message: Promise it
    without: news/**
    settings: {set: {as_of: 2021-01-01}}
    records:
      milestones:
        without: b
        all: {set: {status: promised}}
        a: {first: {comments: 1}}
      plan.md:
        plan: {cut: {text: It is kept.}}
  - date: 2021-02-01
    message: Report on it
`

function replaySmall(steps) {
  put(`${history}/steps.yaml`, steps)
  return replay('wendmere', path.join(work, 'out'), '--from', small)
}

succeeded(replaySmall(right))
const out = path.join(work, 'out')
assert.deepEqual(git(out, 'ls-tree', '-r', '--name-only', 'main~1').split('\n'), ['content/wendmere/milestones/all.yaml', 'content/wendmere/plan.md', 'site/wendmere.yaml'])
assert.equal(git(out, 'show', 'main~1:content/wendmere/milestones/all.yaml'), '- id: a\n  title: A\n  status: promised\n  comments: [one]')
assert.equal(git(out, 'show', 'main~1:content/wendmere/plan.md'), '---\ntitle: The plan\n---\nA promise.')
assert.equal(git(out, 'show', 'main~1:site/wendmere.yaml'), 'title: Wendmere\nas_of: 2021-01-01')

/** Each: what takes the place of what, the line on which it is told, and what is told. */
const mistakes = [
  ['    without: news', '    witout: news', 4, /'witout' is not a key of a step[^]*did you mean 'without'/],
  ['{set: {status', '{sett: {status', 9, /'sett' is not a key of 'all'[^]*did you mean 'set'/],
  ['steps:', 'stages:', 1, /'stages' is not a key of a history/],
  ['news/**', 'newz/**', 4, /no file of content\/wendmere\/ matches 'newz\/\*\*'/],
  ['      milestones:', '      milestone:', 7, /no record is in content\/wendmere\/milestone\n[^]*did you mean 'milestones'/],
  ['        a:', '        c:', 10, /there is no record 'c' in content\/wendmere\/milestones/],
  ['without: b', 'without: c', 8, /there is no record 'c'/],
  ['first: {comments: 1}', 'without: [commments]', 10, /there is no 'commments' to leave out of 'a'[^]*did you mean 'comments'/],
  ['comments: 1', 'comments: 2', 10, /'comments' of 'a' has no more than 2 items/],
  ['comments: 1', 'comments: none', 10, /'first' takes how many/],
  ['It is kept.', 'It is broken.', 12, /these words do not stand once in 'text' of 'plan'/],
  ['It is kept.', 'A promise. It is kept.', 12, /nothing would be left/],
  ['status: promised', 'status: late', 9, /'status' of any record in content\/wendmere\/milestones is like that/],
  ['date: 2021-01-01', 'date: 2021-01', 2, /'2021-01' is not a day/],
  ['date: 2021-01-01', 'date: 2021-02-30', 2, /'2021-02-30' is not a day/],
  ['date: 2021-02-01', 'date: 2020-02-01', 13, /stands behind that of 2021-01-01/],
  ['    message: Promise it\n', '', 2, /this step has no message/],
  ['Report on it\n', 'Report on it\n    without: news/**\n', 15, /the last step has 'without'/],
  ['steps:', 'steps: [', undefined, /error: /]
]
for (const [from, to, line, told] of mistakes) {
  assert(right.includes(from), from)
  const {status, stderr} = replaySmall(right.replace(from, to))
  assert.equal(status, 1, `${to}: ${stderr}`)
  assert.match(stderr, told)
  if (line) assert.match(stderr, new RegExp(`^${history}/steps\\.yaml:${line}:\\d+: error: `, 'm'), to)
  assert.match(stderr, /^help: /m, to)
}
const nothing = replaySmall(right.replace(/    without: news[^]*?(?=  - date: 2021-02)/, ''))
assert.match(nothing.stderr, /steps\.yaml:2:\d+: error: on this day everything is as in the step after it/)

put(`${history}/2021-01-02/plan.md`, 'x')
assert.match(replaySmall(right).stderr, /wendmere\/2021-01-02: error: no step has this date/)
rmSync(path.join(small, history, '2021-01-02'), {recursive: true})

// A folder that was not made here, or that somebody works in, stays as it is.
const foreign = path.join(work, 'foreign')
mkdirSync(foreign)
writeFileSync(path.join(foreign, 'precious.txt'), 'mine')
const refused = replay('wendmere', foreign, '--from', small)
assert.equal(refused.status, 2)
assert.match(refused.stderr, /holds files that were not made here/)
assert.deepEqual(readdirSync(foreign), ['precious.txt'])
succeeded(replaySmall(right))
writeFileSync(path.join(out, 'content/wendmere/plan.md'), 'changed')
const changed = replaySmall(right)
assert.equal(changed.status, 2)
assert.match(changed.stderr, /has been changed since:\n.*plan\.md/)
assert.equal(readFileSync(path.join(out, 'content/wendmere/plan.md'), 'utf8'), 'changed')
assert.equal(replay('elsewhere', path.join(work, 'new')).status, 2)
assert(!existsSync(path.join(work, 'new')))

// Only the lines of a field change: comments and layout are their author's.
const {RecordFile} = await import(pathToFileURL(path.join(source, 'site/replay/records.mjs')))
const page = `# What the file is about.
- id: a   # the first
  # allow something: a reason
  text: >-
    One sentence. Another
    sentence. A third.
  "quoted": 'it''s here, and there'

  list:
    - one
    # about two
    - two

# About b.
- {id: c, title: C}
`
const steps = [
  ['cut', (file) => file.cut('a', 'text', 'Another sentence.'), '    One sentence. Another\n    sentence. A third.\n', '    One sentence. A third.\n'],
  ['cut in quotes', (file) => file.cut('a', 'quoted', "it's here,"), `"quoted": 'it''s here, and there'`, "quoted: 'and there'"],
  ['without', (file) => file.without('a', 'text'), /  # allow[^]*third\.\n/, ''],
  ['the first field', (file) => file.without('a', 'id'), 'id: a   # the first\n  # allow something: a reason\n  text', 'text'],
  ['first', (file) => file.first('a', 'list', 1), '    # about two\n    - two\n', ''],
  ['a record', (file) => file.withoutRecord('a'), /- id: a[^]*- two\n/, ''],
  ['the last record', (file) => file.withoutRecord('c'), '# About b.\n- {id: c, title: C}\n', '']
]
for (const [name, change, from, to] of steps) {
  const file = new RecordFile('content/x.yaml', page)
  change(file)
  assert.equal(file.text, page.replace(from, to), name)
}
console.log(`${mistakes.length} mistakes are told with their lines`)
