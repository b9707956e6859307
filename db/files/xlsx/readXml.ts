import { SaxesParser } from 'saxes'
import { asCorruptWorkbook, FileProblem } from '../fileProblem.ts'

const deepestElement = 64

/** What a reader of one part wants to hear. Names come without their namespace prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text?(text: string): void
}

/**
 * Reads one XML part as it unpacks. Document types are refused, so no entity of a file's own is ever
 * expanded; so is anything that is not well-formed.
 * @throws FileProblem corruptWorkbook, or whatever the source of chunks or the events throw
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw new FileProblem('corruptWorkbook')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > deepestElement) throw new FileProblem('corruptWorkbook')
    events.open(withoutPrefix(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    events.close(withoutPrefix(tag.name))
  })
  if (events.text) {
    const hear = events.text.bind(events)
    parser.on('text', hear)
    parser.on('cdata', hear)
  }
  parser.on('error', (error) => {
    throw new FileProblem('corruptWorkbook', {}, error)
  })

  let decoder: InstanceType<typeof TextDecoder> | undefined
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
      parser.write(decoder.decode(chunk, { stream: true }))
    }
    parser.write(decoder?.decode() ?? '')
    parser.close()
  } catch (error) {
    throw asCorruptWorkbook(error)
  }
}

/** An attribute by its name without prefix: `r:id` is asked for as `id`. */
export function prefixedAttribute(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  for (const [key, value] of Object.entries(attributes)) {
    if (key.includes(':') && withoutPrefix(key) === name) return value
  }
  return undefined
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** The format allows UTF-8 and UTF-16, the latter with a mark. */
function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
