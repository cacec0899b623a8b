// Makes an earlier state out of the one that followed it.

import {RecordFile} from './records.mjs'
import {didYouMean} from './problems.mjs'

/**
 * The files as they stood at `step`. `files` are those of the step after it: a map from path to bytes, left as it is.
 * `overlay` are whole files of that day. What cannot be done goes to `problems`, with its place in steps.yaml.
 */
export function takeBack(files, step, overlay, area, source, problems) {
  return new TakeBack(files, step, area, source, problems).run(overlay)
}

class TakeBack {
  constructor(files, step, area, source, problems) {
    this.before = files
    this.files = new Map(files)
    this.step = step
    this.folder = `content/${area}/`
    this.settings = `site/${area}.yaml`
    this.source = source
    this.problems = problems
  }

  run(overlay) {
    for (const pattern of this.step.without) this.withoutFiles(pattern)
    for (const records of this.step.records) this.records(records)
    if (this.step.settings) this.edit([[this.opened(this.settings), null]], this.step.settings, 'the settings')
    for (const [file, bytes] of overlay) this.layOver(file, bytes)
    if (this.problems.none && same(this.before, this.files))
      this.wrong(this.step.at, 'on this day everything is as in the step after it', 'say what was different, or take the step out')
    return this.files
  }

  wrong(at, message, help) {
    this.problems.add(this.source, at, message, help)
  }

  contentFiles() {
    return [...this.files.keys()].filter((file) => file.startsWith(this.folder)).map((file) => file.slice(this.folder.length))
  }

  withoutFiles({value, at}) {
    const pattern = globbed(value)
    const found = this.contentFiles().filter((file) => pattern.test(file))
    if (found.length === 0) {
      const help = `A path begins below ${this.folder}; * stands for a name, ** for any folders`
      this.wrong(at, `no file of ${this.folder} matches '${value}'`, didYouMean(value, this.contentFiles()) + help)
    }
    for (const file of found) this.files.delete(this.folder + file)
  }

  opened(file) {
    return new RecordFile(file, this.files.get(file).toString('utf8'))
  }

  /** One entry of `records`: a folder or a file, and what was different of the records in it. */
  records({value, at, without, all, one}) {
    const names = this.contentFiles().filter((file) => /\.(yaml|md)$/.test(file) && (file === value || file.startsWith(`${value}/`)))
    if (names.length === 0) {
      const there = this.contentFiles().flatMap((file) => [file.replace(/\/.*/, ''), file])
      const help = `${didYouMean(value, there)}Write a folder, such as milestones, or a file, such as plan.md`
      return this.wrong(at, `no record is in ${this.folder}${value}`, help)
    }
    const opened = names.map((file) => this.opened(this.folder + file))
    for (const file of opened)
      if (file.document.errors.length || file.maps.some((map) => map.flow))
        return this.wrong(at, `${file.file} cannot be taken back field by field`, 'its records need a line of their own for each field')
    const where = (id) => opened.find((file) => file.ids.includes(id))
    const known = (id, place) => {
      if (where(id)) return true
      const ids = opened.flatMap((file) => file.ids)
      const help = `${didYouMean(id, ids)}The records are those of the step after this one`
      this.wrong(place, `there is no record '${id}' in ${this.folder}${value}`, help)
      return false
    }
    for (const {value: id, at: place} of without) {
      if (!known(id, place)) continue
      if (where(id).list) where(id).withoutRecord(id)
      else this.wrong(place, `'${id}' is a file of its own`, `name its file under the step's own 'without'`)
    }
    if (all) this.edit(opened.flatMap((file) => file.ids.map((id) => [file, id])), all, `any record in ${this.folder}${value}`)
    for (const {value: id, at: place, edit} of one) if (known(id, place)) this.edit([[where(id), id]], edit, `'${id}'`)
    for (const file of opened) this.files.set(file.file, Buffer.from(file.text))
  }

  /** One edit of each record; a part of it that changes none of them is a mistake. Settings are a record without id. */
  edit(records, {without, first, cut, set}, name) {
    const targets = records.map(([file, id]) => ({file, id: id ?? file.ids[0]}))
    const each = (at, wanted, change, message, help) => {
      const found = targets.filter(({file, id}) => wanted(file, id))
      if (found.length === 0) this.wrong(at, message, help)
      for (const {file, id} of found) change(file, id)
    }
    for (const {value, at} of without) {
      const fields = [...new Set(targets.flatMap(({file, id}) => file.fields(id)))]
      each(at, (file, id) => file.fields(id).includes(value), (file, id) => file.without(id, value),
        `there is no '${value}' to leave out of ${name}`,
        `${didYouMean(value, fields)}In the step after this one it has no such field`)
    }
    for (const {field, at, count} of first)
      each(at, (file, id) => file.length(id, field) > count, (file, id) => file.first(id, field, count),
        `'${field}' of ${name} has no more than ${count} ${count === 1 ? 'item' : 'items'}`,
        "'first' takes later items off a list that has more")
    for (const {field, at, words} of cut)
      each(at, (file, id) => file.count(id, field, words) === 1,
        (file, id) => file.cut(id, field, words) || this.wrong(at, `nothing would be left of '${field}'`, "use 'without' or 'set'"),
        `these words do not stand once in '${field}' of ${name}`,
        'write them just as they stand in the step after this one; line breaks do not matter')
    for (const {field, at, node} of set)
      each(at, (file, id) => !file.already(id, field, node), (file, id) => file.set(id, field, node),
        `'${field}' of ${name} is like that in the step after this one as well`, 'take the line out')
    for (const {file} of targets) if (file.file === this.settings) this.files.set(file.file, Buffer.from(file.text))
  }

  layOver(file, bytes) {
    const path = this.folder + file
    if (this.files.get(path)?.equals(bytes))
      this.wrong(this.step.at, `${file} is as in the step after this one`, `take it out of the folder ${this.step.date}`)
    this.files.set(path, bytes)
  }
}

function globbed(pattern) {
  const words = pattern.split(/(\*\*\/|\*\*|\*)/).map((part) => {
    if (part === '**/') return '(?:[^/]+/)*'
    if (part === '**') return '.*'
    if (part === '*') return '[^/]*'
    return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${words.join('')}$`)
}

function same(a, b) {
  return a.size === b.size && [...a].every(([file, bytes]) => b.get(file)?.equals(bytes))
}
