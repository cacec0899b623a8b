// Reads steps.yaml: what stood otherwise on earlier days. What each key means is written at the top of every such file.

import {LineCounter, isMap, isScalar, isSeq, parseDocument} from 'yaml'
import {Source, didYouMean} from './problems.mjs'

const step_keys = ['date', 'message', 'without', 'settings', 'records']
const edit_keys = ['set', 'without', 'first', 'cut']

/**
 * The steps, oldest first. Each is {date, message, at, without, settings, records}:
 * without is [{value, at}], patterns of files; settings is an edit or null;
 * records is [{value, at, without, all, one}] with value a folder or a file, without ids, all an edit or null, and
 * one [{value, at, edit}]. An edit is {set: [{field, at, node}], without: [{value, at}], first: [{field, at, count}],
 * cut: [{field, at, words}]}. Every `at` is a range in the file.
 */
export function readSteps(file, text, problems) {
  const source = new Source(file, text)
  const document = parseDocument(text, {lineCounter: new LineCounter(), prettyErrors: false})
  for (const error of document.errors) problems.add(source, error.pos, error.message, 'mend the YAML here')
  if (document.errors.length) return {source, steps: []}
  return {source, steps: new Reader(source, problems).file(document.contents)}
}

class Reader {
  constructor(source, problems) {
    this.source = source
    this.problems = problems
  }

  wrong(node, message, help) {
    this.problems.add(this.source, node?.range ? [node.range[0], node.range[1]] : 0, message, help)
  }

  /** Each pair of a map as [key, at, node]; says so when it is not a map or holds another key than `keys`. */
  pairs(node, what, keys) {
    if (!isMap(node)) {
      this.wrong(node, `${what} is not made of 'key: value' lines`, keys ? `it has ${list(keys)}` : undefined)
      return []
    }
    const found = node.items.map(({key, value}) => ({key: String(key), at: [key.range[0], key.range[1]], node: value}))
    if (!keys) return found
    return found.filter(({key, at}) => {
      if (keys.includes(key)) return true
      this.problems.add(this.source, at, `'${key}' is not a key of ${what}`, `${didYouMean(key, keys)}It has ${list(keys)}`)
      return false
    })
  }

  text(node, what) {
    if (isScalar(node) && node.value !== null && String(node.value).trim() !== '') return String(node.value)
    this.wrong(node, `${what} has no text`, 'write it behind the colon')
    return ''
  }

  /** A list of words, each with its place; one word alone is a list of one. */
  words(node, what) {
    const items = isSeq(node) ? node.items : [node]
    if (isSeq(node) && items.length === 0) this.wrong(node, `${what} is empty`, 'leave the key out')
    return items.map((item) => ({value: this.text(item, what), at: [...(item?.range ?? [0, 1])].slice(0, 2)}))
  }

  file(contents) {
    const found = this.pairs(contents, 'a history', ['steps'])
    const steps = found[0]?.node
    if (!isSeq(steps) || steps.items.length === 0) {
      const help = "write 'steps:' and below it a list, oldest first, each with a date and a message"
      this.wrong(steps ?? contents, 'there are no steps', help)
      return []
    }
    const read = steps.items.map((node) => this.step(node))
    read.forEach((step, index) => {
      if (index > 0 && !(read[index - 1].date < step.date))
        this.problems.add(
          this.source,
          step.at,
          `the step of ${step.date} stands behind that of ${read[index - 1].date}`,
          'put the oldest step first, and give each its own day'
        )
    })
    const last = steps.items.at(-1)
    const help = "the last step is today's content as it is: it has a date and a message only"
    for (const {key, at} of isMap(last) ? this.pairs(last, 'a step') : [])
      if (step_keys.includes(key) && key !== 'date' && key !== 'message')
        this.problems.add(this.source, at, `the last step has '${key}'`, help)
    return read
  }

  step(node) {
    const from = node?.range?.[0] ?? 0
    const step = {date: '', message: '', at: [from, from + 1], without: [], settings: null, records: []}
    const found = this.pairs(node, 'a step', step_keys)
    const needed = {date: "write 'date: 2018-09-01'", message: 'say in plain words what was new on that day'}
    for (const [name, help] of Object.entries(needed))
      if (isMap(node) && !found.some(({key}) => key === name)) this.problems.add(this.source, step.at, `this step has no ${name}`, help)
    for (const {key, at, node: value} of found) {
      if (key === 'date') Object.assign(step, {date: this.date(value), at})
      if (key === 'message') step.message = this.text(value, 'the message').trim()
      if (key === 'without') step.without = this.words(value, "'without'")
      if (key === 'settings') step.settings = this.edit(value, 'settings')
      if (key === 'records') step.records = this.pairs(value, "'records'").map((pair) => this.records(pair))
    }
    return step
  }

  date(node) {
    const words = this.text(node, 'the date')
    const day = new Date(`${words}T12:00:00Z`)
    if (/^\d{4}-\d\d-\d\d$/.test(words) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(words)) return words
    if (words) this.wrong(node, `'${words}' is not a day`, 'write year, month and day, such as 2018-09-01')
    return words
  }

  records({key, at, node}) {
    const found = {value: key, at, without: [], all: null, one: []}
    for (const {key: id, at: place, node: value} of this.pairs(node, `'${key}'`)) {
      if (id === 'without') found.without = this.words(value, "'without'")
      else if (id === 'all') found.all = this.edit(value, 'all')
      else found.one.push({value: id, at: place, edit: this.edit(value, id)})
    }
    return found
  }

  edit(node, what) {
    const edit = {set: [], without: [], first: [], cut: []}
    for (const {key, node: value} of this.pairs(node, `'${what}'`, edit_keys)) {
      if (key === 'without') {
        edit.without = this.words(value, "'without'")
        continue
      }
      for (const {key: field, at, node: own} of this.pairs(value, `'${key}'`)) {
        if (key === 'set') edit.set.push({field, at, node: own})
        if (key === 'first') edit.first.push({field, at, count: this.count(own)})
        if (key === 'cut') for (const part of this.words(own, "'cut'")) edit.cut.push({field, at: part.at, words: part.value})
      }
    }
    return edit
  }

  count(node) {
    if (isScalar(node) && Number.isInteger(node.value) && node.value > 0) return node.value
    const help = "write a whole number, or leave the field out with 'without'"
    this.wrong(node, "'first' takes how many of the list's items were there already", help)
    return 1
  }
}

function list(words) {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
