// Writes states as the commits of a repository of their own.

import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import path from 'node:path'

const who = 'localoffer demonstration <demonstration@example.org>'
const mark = '.git/localoffer-replayed'

/** A folder that may not be written over. */
export class Refused extends Error {}

/** git with none of this machine's settings, which could change what it writes. */
function git(folder, words, input) {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  Object.assign(env, {GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C'})
  const run = spawnSync('git', words, {cwd: folder, env, input, maxBuffer: 1 << 28})
  if (run.error) throw new Error(`git could not be run: ${run.error.message}`)
  if (run.status !== 0) throw new Error(`git ${words[0]} failed in ${folder}: ${run.stderr.toString().trim()}`)
  return run.stdout.toString()
}

/** Throws Refused unless `folder` is missing, empty, or just as an earlier run left it. */
export function mayReplace(folder) {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return
  if (!existsSync(path.join(folder, mark)))
    throw new Refused(`${folder} holds files that were not made here. Name another folder, or empty this one yourself`)
  const changed = git(folder, ['status', '--porcelain', '--ignored']).trim()
  if (changed)
    throw new Refused(
      `${folder} was made here, but has been changed since:\n${changed}\n` +
        'It is made anew from content/ and site/: make your changes there, and then delete this folder'
    )
}

/** Makes `folder` a repository with one commit for each state, and returns their ids. */
export function writeRepository(folder, states) {
  mayReplace(folder)
  mkdirSync(path.dirname(folder), {recursive: true})
  // Whole or not at all: made beside the folder, and then put in its place.
  const made = `${folder}.new-${process.pid}`
  rmSync(made, {recursive: true, force: true})
  try {
    mkdirSync(made)
    git(made, ['init', '--quiet', '--initial-branch=main', '--template='])
    git(made, ['fast-import', '--quiet'], stream(states))
    git(made, ['reset', '--quiet', '--hard', 'main'])
    writeFileSync(path.join(made, mark), 'Made by site/replay.mjs, which may take this folder away again.\n')
    rmSync(folder, {recursive: true, force: true})
    renameSync(made, folder)
  } finally {
    rmSync(made, {recursive: true, force: true})
  }
  return git(folder, ['rev-list', '--reverse', 'main']).trim().split('\n')
}

/** What git fast-import reads. Each commit names all of its files, so that none depends on the one before. */
function stream(states) {
  const parts = []
  const data = (bytes) => parts.push(Buffer.from(`data ${bytes.length}\n`), bytes, Buffer.from('\n'))
  for (const {date, message, files} of states) {
    const time = `${Date.parse(`${date}T12:00:00Z`) / 1000} +0000`
    parts.push(Buffer.from(`commit refs/heads/main\nauthor ${who} ${time}\ncommitter ${who} ${time}\n`))
    data(Buffer.from(`${message}\n`))
    parts.push(Buffer.from('deleteall\n'))
    for (const file of [...files.keys()].sort()) {
      parts.push(Buffer.from(`M 100644 inline ${JSON.stringify(file)}\n`))
      data(files.get(file))
    }
  }
  return Buffer.concat(parts)
}
