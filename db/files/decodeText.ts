import { FileProblem } from './fileProblem.ts'
import type { Encoding } from './tableFile.ts'

/**
 * Windows-1252's own use of the bytes 0x80 to 0x9F; `\0` marks the five it leaves out. Spelled out because
 * Node's decoder of that name reads them as Latin-1 control characters.
 */
const windows1252Specials = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ'

/** Share of other control characters above which bytes are taken for a binary file. */
const controlShareRefused = 0.001
const sampleSize = 64 * 1024
// eslint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f\u007f]/g

/**
 * Decodes a text file: a byte-order mark decides; else strict UTF-8; else Windows-1252.
 * @returns the text without its byte-order mark, and the encoding found
 * @throws FileProblem notATable for binary content, unreadableEncoding when no encoding fits
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes)
  const decoded = encoding === null ? guess(bytes) : { text: strictly(encoding, bytes), encoding }
  if (decoded.text === null) throw new FileProblem('unreadableEncoding')
  refuseBinary(decoded.text)
  return { text: decoded.text, encoding: decoded.encoding }
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Latin text in UTF-16 without a mark has a zero in nearly every other byte, and only there. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, sampleSize)
  let evenZeros = 0
  let oddZeros = 0
  for (let index = 0; index < sample.length; index += 1) {
    if (sample[index] !== 0) continue
    if (index % 2 === 0) evenZeros += 1
    else oddZeros += 1
  }
  const many = sample.length * 0.3
  if (oddZeros > many && evenZeros === 0) return 'utf-16le'
  if (evenZeros > many && oddZeros === 0) return 'utf-16be'
  return null
}

function guess(bytes: Uint8Array): { text: string | null; encoding: Encoding } {
  const text = strictly('utf-8', bytes)
  return text === null ? { text: windows1252(bytes), encoding: 'windows-1252' } : { text, encoding: 'utf-8' }
}

function strictly(encoding: Encoding, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function windows1252(bytes: Uint8Array): string | null {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let fits = true
  const text = latin1.replace(/[\u0080-\u009f]/g, (character) => {
    const special = windows1252Specials.charAt(character.charCodeAt(0) - 0x80)
    if (special === '\0') fits = false
    return special
  })
  if (latin1.includes('\0')) throw new FileProblem('notATable', { found: 'binary' })
  return fits ? text : null
}

function refuseBinary(text: string): void {
  const sample = text.slice(0, sampleSize)
  const controls = sample.match(controlCharacters)?.length ?? 0
  if (text.includes('\0') || controls > sample.length * controlShareRefused) {
    throw new FileProblem('notATable', { found: 'binary' })
  }
}
