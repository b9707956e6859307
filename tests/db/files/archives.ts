import { crc32, deflateRawSync } from 'node:zlib'

/** A part of an archive to build; `claimedBytes` writes a false unpacked size into its headers. */
export interface Part {
  readonly name: string
  readonly content: string | Uint8Array
  readonly claimedBytes?: number
}

/** Builds a zip archive, so that a test can make one that no honest writer would. */
export function zipOf(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const content = Buffer.from(part.content as string)
    const name = Buffer.from(part.name)
    const packed = deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.claimedBytes ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, name, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, place, name]))
    bodies.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listing, end])
}

/** What a test may set in a workbook that it builds by hand. */
export interface RawWorkbook {
  /** The content of `sheetData`, one text for each sheet. */
  readonly sheets: readonly string[]
  readonly sharedStrings?: string
  readonly styles?: string
  readonly date1904?: boolean
  readonly hidden?: boolean
  readonly beforeSheet?: string
  readonly extra?: readonly Part[]
}

const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook written part by part, for what exceljs would not write. */
export function rawWorkbook(workbook: RawWorkbook): Uint8Array {
  const sheets = workbook.sheets.map((data, index) => ({ data, id: index + 1 }))
  const state = workbook.hidden ? ' state="hidden"' : ''
  const related = sheets
    .map(
      ({ id }) =>
        `<Relationship Id="rId${id}" Type="${relationshipTypes}/worksheet" Target="worksheets/s${id}.xml"/>`,
    )
    .concat(
      `<Relationship Id="strings" Type="${relationshipTypes}/sharedStrings" Target="/xl/sharedStrings.xml"/>`,
      `<Relationship Id="styles" Type="${relationshipTypes}/styles" Target="styles.xml"/>`,
    )
  const listed = sheets.map(({ id }) => `<sheet name="Sheet ${id}" sheetId="${id}"${state} r:id="rId${id}"/>`)
  const parts: Part[] = [
    {
      name: 'xl/workbook.xml',
      content:
        `<workbook xmlns:r="${relationshipTypes}"><workbookPr date1904="${workbook.date1904 ? 1 : 0}"/>` +
        `<sheets>${listed.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${related.join('')}</Relationships>` },
    ...sheets.map(({ data, id }) => ({
      name: `xl/worksheets/s${id}.xml`,
      content: `${workbook.beforeSheet ?? ''}<worksheet><sheetData>${data}</sheetData></worksheet>`,
    })),
  ]
  if (workbook.sharedStrings)
    parts.push({ name: 'xl/sharedStrings.xml', content: `<sst>${workbook.sharedStrings}</sst>` })
  if (workbook.styles)
    parts.push({ name: 'xl/styles.xml', content: `<styleSheet>${workbook.styles}</styleSheet>` })
  return zipOf([...parts, ...(workbook.extra ?? [])])
}
