#!/usr/bin/env node
// Makes a repository whose commits carry the days on which things stood so, from today's content and what
// site/histories/AREA/ takes back of it.

import {existsSync, readFileSync, readdirSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseDocument} from 'yaml'
import {Problems, Source} from './replay/problems.mjs'
import {Refused, mayReplace, writeRepository} from './replay/repository.mjs'
import {readSteps} from './replay/steps.mjs'
import {takeBack} from './replay/take-back.mjs'

const usage = `Makes OUT_FOLDER a git repository with one commit for each step of site/histories/AREA/steps.yaml.

  node site/replay.mjs AREA OUT_FOLDER [--from FOLDER]

  --from FOLDER   a folder that holds content/ and site/; the repository's own without it

OUT_FOLDER may be missing, empty, or what an earlier run made. The same content always gives the same commits.`

/** Ends with what went wrong. 1: the content has errors, 2: the command line is wrong, 3: the world failed. */
function fail(status, words) {
  console.error(words)
  process.exit(status)
}

function commandLine(words) {
  const names = []
  let from = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
  for (let i = 0; i < words.length; ++i) {
    if (words[i] === '--help' || words[i] === '-h') {
      console.log(usage)
      process.exit(0)
    } else if (words[i] === '--from' && i + 1 < words.length) from = path.resolve(words[++i])
    else if (words[i].startsWith('-')) fail(2, `There is no option ${words[i]}, or it lacks its value.\n\n${usage}`)
    else names.push(words[i])
  }
  if (names.length !== 2) fail(2, usage)
  return {area: names[0], out: path.resolve(names[1]), from}
}

/** All files below `folder`, as a map from their path in `top` to their bytes. */
function filesBelow(top, folder, found = new Map()) {
  for (const entry of readdirSync(path.join(top, folder), {withFileTypes: true})) {
    const file = `${folder}/${entry.name}`
    if (entry.isDirectory()) filesBelow(top, file, found)
    else if (entry.isFile()) found.set(file, readFileSync(path.join(top, file)))
    else throw new Error(`${file} is neither a file nor a folder, and cannot be replayed`)
  }
  return found
}

/** The files that a site is built from today. */
function todaysFiles(from, area) {
  const files = filesBelow(from, `content/${area}`)
  const settings = readFileSync(path.join(from, `site/${area}.yaml`))
  files.set(`site/${area}.yaml`, settings)
  const baseline = parseDocument(settings.toString()).get('baseline')
  if (typeof baseline === 'string') files.set(baseline, readFileSync(path.join(from, baseline)))
  return files
}

/** Whole files of earlier days: a map from a step's date to a map from path to bytes. */
function overlays(from, history, steps, problems) {
  const found = new Map(steps.map((step) => [step.date, new Map()]))
  for (const entry of readdirSync(path.join(from, history), {withFileTypes: true})) {
    if (!entry.isDirectory()) continue
    const folder = `${history}/${entry.name}`
    const wrong = (message, help) => problems.add(new Source(folder, ''), undefined, message, help)
    if (!found.has(entry.name)) wrong('no step has this date', 'name the folder as the date of its step')
    else if (entry.name === steps.at(-1).date) wrong('the last step has files of its own', 'it is content/ as it is: change that')
    else for (const [file, bytes] of filesBelow(from, folder)) found.get(entry.name).set(file.slice(folder.length + 1), bytes)
  }
  return found
}

/** The states that the history describes, oldest first. Each is taken back from the one that followed it. */
function statesOf(from, area, problems) {
  const history = `site/histories/${area}`
  const text = readFileSync(path.join(from, history, 'steps.yaml'), 'utf8')
  const {source, steps} = readSteps(`${history}/steps.yaml`, text, problems)
  const whole = overlays(from, history, steps, problems)
  const states = []
  if (!problems.none) return states
  let files = todaysFiles(from, area)
  for (const step of [...steps].reverse()) {
    if (step !== steps.at(-1)) files = takeBack(files, step, whole.get(step.date), area, source, problems)
    states.unshift({date: step.date, message: step.message, files})
  }
  return states
}

const {area, out, from} = commandLine(process.argv.slice(2))
for (const needed of [`site/histories/${area}/steps.yaml`, `site/${area}.yaml`, `content/${area}`])
  if (!existsSync(path.join(from, needed))) fail(2, `There is no history of '${area}' to replay: ${path.join(from, needed)} is missing.`)
try {
  mayReplace(out)
  const problems = new Problems()
  const states = statesOf(from, area, problems)
  if (!problems.none) fail(1, `${problems}`)
  const ids = writeRepository(out, states)
  states.forEach(({date, message}, index) => console.log(`${ids[index].slice(0, 10)}  ${date}  ${message.split('\n')[0]}`))
} catch (error) {
  fail(error instanceof Refused ? 2 : 3, error.message)
}
