import { FileProblem } from '../fileProblem.ts'
import type { FileLimits } from '../fileLimits.ts'
import { prefixedAttribute, readXml } from './readXml.ts'
import type { ZipParts } from './zipParts.ts'

/** A worksheet that the workbook lists, and the part that holds it. */
export interface ListedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly part: string
}

/** Where a workbook keeps what a reader needs. */
export interface WorkbookParts {
  readonly sheets: readonly ListedSheet[]
  readonly sharedStrings: string | null
  readonly styles: string | null
  readonly date1904: boolean
}

interface Relationship {
  readonly type: string
  readonly part: string
}

/**
 * Follows the workbook's own directory to its parts.
 * @throws FileProblem notATable for other kinds of archive, corruptWorkbook, tooManySheets
 */
export async function findWorkbookParts(zip: ZipParts, limits: FileLimits): Promise<WorkbookParts> {
  const workbook = await workbookPart(zip)
  if (!zip.has(workbook)) throw otherArchive(zip)
  const related = await relationshipsOf(zip, workbook)
  const sheets: ListedSheet[] = []
  let date1904 = false
  await readXml(zip.read(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet') return
      const target = related.get(prefixedAttribute(attributes, 'id') ?? '')
      // Chart sheets and old macro sheets stand in the same list and hold no table.
      if (!target?.type.endsWith('/worksheet')) return
      if (sheets.length >= limits.maxSheets) {
        throw new FileProblem('tooManySheets', { maxSheets: limits.maxSheets })
      }
      const hidden = (attributes['state'] ?? 'visible') !== 'visible'
      sheets.push({ name: attributes['name'] ?? '', hidden, part: target.part })
    },
    close() {},
  })
  const partOf = (ending: string) =>
    [...related.values()].find(({ type, part }) => type.endsWith(ending) && zip.has(part))?.part ?? null
  return { sheets, date1904, sharedStrings: partOf('/sharedStrings'), styles: partOf('/styles') }
}

async function workbookPart(zip: ZipParts): Promise<string> {
  const usual = 'xl/workbook.xml'
  if (zip.has(usual) || !zip.has('_rels/.rels')) return usual
  const roots = await relationshipsOf(zip, '')
  const main = [...roots.values()].find(({ type }) => type.endsWith('/officeDocument'))
  return main && /(^|\/)workbook\d*\.xml$/i.test(main.part) ? main.part : usual
}

/** The relationships that start from a part, by their id. */
async function relationshipsOf(zip: ZipParts, from: string): Promise<Map<string, Relationship>> {
  const slash = from.lastIndexOf('/') + 1
  const folder = from.slice(0, slash)
  const list = `${folder}_rels/${from.slice(slash)}.rels`
  const found = new Map<string, Relationship>()
  if (!zip.has(list)) return found
  await readXml(zip.read(list), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return
      if (TargetMode === 'External') return
      found.set(Id, { type: Type ?? '', part: resolve(folder, Target) })
    },
    close() {},
  })
  return found
}

/** A target is relative to the folder of the part that names it, or starts at the archive's root. */
function resolve(folder: string, target: string): string {
  return new URL(target, `zip://archive/${folder}`).pathname.slice(1)
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

function otherArchive(zip: ZipParts): FileProblem {
  if (zip.has('xl/workbook.bin')) return new FileProblem('notATable', { found: 'binaryWorkbook' })
  if (zip.hasFolder('word/') || zip.hasFolder('ppt/')) {
    return new FileProblem('notATable', { found: 'wordOrSlides' })
  }
  if (zip.has('mimetype') && zip.has('content.xml'))
    return new FileProblem('notATable', { found: 'openDocument' })
  if (zip.hasFolder('xl/')) return new FileProblem('corruptWorkbook')
  return new FileProblem('notATable', { found: 'archive' })
}
