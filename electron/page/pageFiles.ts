import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export interface PageFile {
  body: Buffer
  contentType: string
}

/** The built page by the path that a host serves each file under; `/` is the page itself. */
export type PageFiles = ReadonlyMap<string, PageFile>

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/**
 * Reads every file of the built page at `folder`. Hosts serve what is in this map and never look at the disk
 * for a request, so no spelling of a path reaches another file. Throws when the page has not been built.
 */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)]
    if (!entry.isFile() || !contentType) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { body: readFileSync(path), contentType })
  }
  const page = files.get('/index.html')
  if (!page) throw new Error('the page has not been built')
  files.set('/', page)
  return files
}
