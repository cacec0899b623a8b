// The records of one content file, and changes to their fields that leave every other line as its author wrote it.
// The file is read into the package's document; a change replaces only the lines that the document says the field has.

import {Document, Pair, isCollection, isMap, isScalar, isSeq, parseDocument, visit} from 'yaml'
import path from 'node:path'

const line_width = 120

/** A content or settings file as text, with the records in it. */
export class RecordFile {
  constructor(file, text) {
    this.file = file
    this.read(text)
  }

  read(text) {
    this.text = text
    this.front = 0
    let yaml = text
    this.markdown = this.file.endsWith('.md')
    if (this.markdown) {
      const found = /^---\r?\n([\s\S]*?)^---\r?\n?/m.exec(text)
      this.front = found?.index === 0 ? text.indexOf('\n') + 1 : 0
      yaml = found?.index === 0 ? found[1] : ''
      this.body = found?.index === 0 ? found[0].length : 0
    }
    // Offsets are wanted in the whole file: what stands before the fields becomes an empty line of the same length.
    this.document = parseDocument(this.front ? ' '.repeat(this.front - 1) + '\n' + yaml : yaml, {prettyErrors: false})
    const contents = this.document.contents
    this.maps = isSeq(contents) ? contents.items.filter(isMap) : isMap(contents) ? [contents] : []
    this.list = isSeq(contents)
  }

  idOf(map) {
    return map.has('id') ? String(map.get('id')) : path.basename(this.file).replace(/\.\w+$/, '')
  }

  get ids() {
    return this.maps.map((map) => this.idOf(map))
  }

  map(id) {
    return this.maps.find((map) => this.idOf(map) === id)
  }

  /** The fields that can be left out: all but the id, which says whose they are. */
  fields(id) {
    return this.map(id).items.map((pair) => String(pair.key)).filter((field) => field !== 'id')
  }

  /** The changed text of a part of the file; all that was known of the file is read anew. */
  #replace(from, to, words) {
    this.read(this.text.slice(0, from) + words + this.text.slice(to))
  }

  /** Takes a record out of a list. */
  withoutRecord(id) {
    const {items} = this.document.contents
    const index = items.findIndex((item) => isMap(item) && this.idOf(item) === id)
    this.#replace(this.#blockStart(items[index], index), lineEnd(this.text, lastOf(items[index])), '')
  }

  without(id, field) {
    const map = this.map(id)
    const index = map.items.findIndex((pair) => String(pair.key) === field)
    const from = map.items[index].key.range[0]
    const to = lineEnd(this.text, lastOf(map.items[index]))
    // The first field of a list's record stands behind the dash: the next one takes its place.
    if (startsLine(this.text, from)) this.#replace(this.#blockStart(map.items[index].key, index), to, '')
    else this.#replace(from, map.items[index + 1]?.key.range[0] ?? to, '')
  }

  /** Gives a field a value: a node of another document, whose style is kept. */
  set(id, field, node) {
    if (this.markdown && field === 'text') return this.#replace(this.body, this.text.length, `${String(node.value).trim()}\n`)
    const map = this.map(id)
    const indent = columnOf(this.text, map.items[0].key.range[0])
    const words = written(field, node, indent)
    const index = map.items.findIndex((pair) => String(pair.key) === field)
    if (index >= 0) {
      const from = map.items[index].key.range[0]
      return this.#replace(from, lineEnd(this.text, lastOf(map.items[index])), words)
    }
    const end = lineEnd(this.text, lastOf(map))
    const gap = this.text[end - 1] === '\n' ? '' : '\n'
    return this.#replace(end, end, `${gap}${' '.repeat(indent)}${words}`)
  }

  /** Whether setting this would change nothing. */
  already(id, field, node) {
    if (this.markdown && field === 'text') return this.text.slice(this.body).trim() === String(node.value).trim()
    const own = this.map(id).get(field, true)
    return own !== undefined && JSON.stringify(own) === JSON.stringify(node)
  }

  /** How many items a list has; nothing when the field is no list. */
  length(id, field) {
    const own = this.map(id)?.get(field, true)
    return isSeq(own) ? own.items.length : undefined
  }

  /** Leaves the first `count` items of a list. */
  first(id, field, count) {
    const {items, flow} = this.map(id).get(field, true)
    if (flow) this.#replace(lastOf(items[count - 1]), lastOf(items.at(-1)), '')
    else this.#replace(this.#blockStart(items[count], count), lineEnd(this.text, lastOf(items.at(-1))), '')
  }

  /** How often `words` stand in a field's text, whatever its line breaks. Nothing when the field is no text. */
  count(id, field, words) {
    const text = this.#textOf(id, field)
    return text === undefined ? undefined : [...text.matchAll(flexible(words))].length
  }

  /** Takes `words`, which must stand there once, out of a field's text. False when nothing would be left. */
  cut(id, field, words) {
    const rest = without(this.#textOf(id, field), words)
    if (rest.trim() === '') return false
    const node = this.markdown && field === 'text' ? {range: [this.body, this.text.length]} : this.map(id).get(field, true)
    const raw = this.text.slice(node.range[0], node.range[1])
    const [before, kept] = [this.text, without(raw, words)]
    if (kept !== raw) this.#replace(node.range[0], node.range[1], kept)
    if (plain(this.#textOf(id, field) ?? '') === plain(rest)) return true
    // Quotes or escapes stand between the words and the file: written anew.
    this.read(before)
    const anew = this.map(id).get(field, true).clone()
    anew.value = rest
    this.set(id, field, anew)
    return true
  }

  #textOf(id, field) {
    if (this.markdown && field === 'text') return this.text.slice(this.body)
    const own = this.map(id)?.get(field, true)
    return isScalar(own) && typeof own.value === 'string' ? own.value : undefined
  }

  /** Where a block begins: its own line, and comments straight above it, which speak of it. The file's first lines stay. */
  #blockStart(node, index) {
    let from = this.text.lastIndexOf('\n', node.range[0] - 1) + 1
    while (index > 0 && from > 0) {
      const above = this.text.lastIndexOf('\n', from - 2) + 1
      if (!/^\s*#/.test(this.text.slice(above, from))) break
      from = above
    }
    return from
  }
}

/** The offset behind the last character that belongs to a pair or node. Comments and empty lines that follow do not. */
function lastOf(thing) {
  if (thing instanceof Pair) {
    const [from, to] = thing.value?.range ?? [0, 0]
    return to > from ? lastOf(thing.value) : thing.key.range[1]
  }
  if (isCollection(thing) && !thing.flow && thing.items.length) return lastOf(thing.items.at(-1))
  return thing.range[1]
}

/** The start of the next line; a block text's own line break has been counted already. */
function lineEnd(text, offset) {
  const last = text.slice(0, offset).trimEnd().length
  const end = text.indexOf('\n', last)
  return end < 0 ? text.length : end + 1
}

function columnOf(text, offset) {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

function startsLine(text, offset) {
  return text.slice(offset - columnOf(text, offset), offset).trim() === ''
}

/** 'field: value' as the house writes it, every line but the first indented. */
function written(field, node, indent) {
  const value = node.clone?.() ?? node
  visit(value, {Collection: (_, one) => void delete one.range})
  const document = new Document({})
  document.contents.add(new Pair(document.createNode(field), value))
  const words = document.toString({lineWidth: line_width - indent, flowCollectionPadding: false})
  return words.replace(/\n(?!\n|$)/g, `\n${' '.repeat(indent)}`)
}

function flexible(words) {
  const parts = words.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&'))
  return new RegExp(parts.join('\\s+'), 'g')
}

/** A text with `words` taken out: what parted them from the rest parts the rest still, and only once. */
function without(text, words) {
  const found = flexible(words).exec(text)
  if (!found) return text
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)]
  const head = before.trimEnd()
  const tail = after.trimStart()
  if (!head) return tail
  const gaps = [before.slice(head.length), after.slice(0, after.length - tail.length)]
  if (!tail) return head + gaps[1]
  const breaks = (gap) => gap.split('\n').length
  return head + (breaks(gaps[0]) > breaks(gaps[1]) ? gaps[0] : gaps[1]) + tail
}

function plain(text) {
  return text.replace(/\s+/g, ' ').trim()
}
