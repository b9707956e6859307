/** Collects the text of a string item: plain, or rich text in runs; phonetic guides beside it are left out. */
export class StringItem {
  #text = ''
  #inText = false
  #phonetic = 0

  open(name: string): void {
    if (name === 'rPh') this.#phonetic += 1
    else if (name === 't') this.#inText = true
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic -= 1
    else if (name === 't') this.#inText = false
  }

  hear(text: string): void {
    if (this.#inText && this.#phonetic === 0) this.#text += text
  }

  /** The text gathered since the last call. */
  take(): string {
    const text = unescapeCharacters(this.#text)
    this.#text = ''
    return text
  }
}

/** Workbooks write characters that XML cannot hold as `_x000D_`, and a literal underscore before such as `_x005F_`. */
export function unescapeCharacters(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
}
