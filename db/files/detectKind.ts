import { FileProblem } from './fileProblem.ts'

/** What a file's own bytes say it may be. */
export type DetectedKind = 'zip' | 'text'

const zipStart = [0x50, 0x4b]
const oleStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** The headers of Mach-O programs, both byte orders and universal, and of Java classes (the same four bytes). */
const machStarts = [
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
]

const imageStarts = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]

const archiveStarts = [
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a],
  [0x42, 0x5a, 0x68],
]

/**
 * Tells a possible workbook from possible text by content; the file's name plays no part.
 * @throws FileProblem for programs, old or encrypted Office files, and other known kinds
 */
export function detectKind(bytes: Uint8Array): DetectedKind {
  if (startsWith(bytes, zipStart) && (bytes[2] ?? 0) < 9 && (bytes[3] ?? 0) < 9) return 'zip'
  if (isProgram(bytes)) throw new FileProblem('renamedExecutable')
  if (startsWith(bytes, oleStart)) throw oleProblem(bytes)
  if (isBareBiff(bytes)) throw new FileProblem('oldXls')
  if (startsWithText(bytes, '%PDF-')) throw new FileProblem('notATable', { found: 'pdf' })
  if (startsWithText(bytes, 'SQLite format 3\0')) throw new FileProblem('notATable', { found: 'database' })
  if (imageStarts.some((start) => startsWith(bytes, start))) {
    throw new FileProblem('notATable', { found: 'image' })
  }
  if (archiveStarts.some((start) => startsWith(bytes, start)) && hasControlBytes(bytes)) {
    throw new FileProblem('notATable', { found: 'archive' })
  }
  return 'text'
}

/**
 * Refuses decoded text that is markup: student systems hand out web pages named `.xls`.
 * @throws FileProblem notATable with found `html` or `xml`
 */
export function refuseMarkup(text: string): void {
  const start = text.slice(0, 1_000).trimStart().toLowerCase()
  if (/^<(!doctype html|html|head|body|table|meta|style)\b/.test(start)) {
    throw new FileProblem('notATable', { found: 'html' })
  }
  if (start.startsWith('<?xml')) {
    throw new FileProblem('notATable', { found: start.includes('<html') ? 'html' : 'xml' })
  }
}

function isProgram(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0x7f, 0x45, 0x4c, 0x46])) return true
  if (machStarts.some((start) => startsWith(bytes, start))) return true
  // A roster's first heading may begin with "MZ"; a program's header cannot do without control bytes.
  return startsWithText(bytes, 'MZ') && hasControlBytes(bytes)
}

function oleProblem(bytes: Uint8Array): FileProblem {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Stream names in the container's directory are UTF-16; it may stand anywhere in the file.
  const holds = (name: string) => buffer.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return new FileProblem('encryptedWorkbook')
  if (holds('Workbook') || holds('Book')) return new FileProblem('oldXls')
  return new FileProblem('notATable', { found: 'oldOffice' })
}

/** Excel 2 to 4 wrote worksheets without a container: a BOF record comes first. */
function isBareBiff(bytes: Uint8Array): boolean {
  const [record, version, length] = bytes
  return (
    record === 0x09 && [0, 2, 4].includes(version ?? -1) && [4, 6, 8].includes(length ?? -1) && bytes[3] === 0
  )
}

function hasControlBytes(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 512).some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function startsWithText(bytes: Uint8Array, start: string): boolean {
  return startsWith(bytes, [...Buffer.from(start, 'latin1')])
}
