// What is wrong with a history, told as the program tells it: the file, the line with a mark under it, and what to write.

/** A file's text and its name, so that a place in it can be shown. */
export class Source {
  constructor(file, text) {
    this.file = file
    this.text = text
  }

  /** The line and column of an offset, both from 1, and the whole line. */
  place(offset) {
    const from = this.text.lastIndexOf('\n', offset - 1) + 1
    const end = this.text.indexOf('\n', offset)
    return {
      line: this.text.slice(0, from).split('\n').length,
      column: offset - from + 1,
      words: this.text.slice(from, end < 0 ? undefined : end)
    }
  }
}

/** All that was found, so that one run shows everything. */
export class Problems {
  #found = []

  /** `at` is an offset in `source`, or [offset, end]; without it, the whole file is meant. */
  add(source, at, message, help) {
    const [from, to] = Array.isArray(at) ? at : [at, at === undefined ? undefined : at + 1]
    this.#found.push({source, from, to, message, help})
  }

  get none() {
    return this.#found.length === 0
  }

  toString() {
    const order = (one) => [one.source.file, String(one.from ?? 0).padStart(9)].join(':')
    return this.#found
      .map((one, index) => ({key: order(one), index, one}))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index))
      .map(({one}) => shown(one))
      .join('\n')
  }
}

function shown({source, from, to, message, help}) {
  const lines = []
  if (from === undefined) {
    lines.push(`${source.file}: error: ${message}`)
  } else {
    const {line, column, words} = source.place(from)
    const marks = Math.max(1, Math.min(to - from, words.length - column + 1))
    const number = String(line).padStart(5)
    lines.push(`${source.file}:${line}:${column}: error: ${message}`)
    lines.push(`${number} | ${words}`, `${' '.repeat(5)} | ${' '.repeat(column - 1)}${'^'.repeat(marks)}`)
  }
  if (help) lines.push(`help: ${help}`)
  return lines.join('\n')
}

/** What was probably meant: the same but for capitals and punctuation, or else a slip or two away. */
export function closest(word, candidates) {
  const plain = (text) => text.toLowerCase().replace(/[_\-. ]/g, '')
  const same = candidates.find((one) => plain(one) === plain(word))
  if (same) return same
  const near = candidates
    .map((one) => ({one, distance: editDistance(word, one)}))
    .filter(({one, distance}) => distance <= Math.max(1, Math.floor(Math.min(word.length, one.length) / 3)))
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.one
}

function editDistance(a, b) {
  let row = Array.from({length: b.length + 1}, (_, j) => j)
  for (let i = 1; i <= a.length; ++i) {
    const next = [i]
    for (let j = 1; j <= b.length; ++j)
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length]
}

/** "did you mean 'x'? " if there is something near, or nothing. */
export function didYouMean(word, candidates) {
  const one = closest(word, candidates)
  return one ? `did you mean '${one}'? ` : ''
}
