/** `node build/packaging/makeIcon.ts`: draws the installers' icon anew from the page's own. */
import { chromium } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromiumLaunch } from '../chromium.ts'

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const side = 1024

const browser = await chromium.launch(chromiumLaunch)
const page = await browser.newPage({ viewport: { width: side, height: side } })
const svg = readFileSync(inProject('renderer/public/icon.svg'), 'utf8')
await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${side}px }</style>${svg}`)
await page.screenshot({ path: inProject('build/packaging/icon.png'), omitBackground: true })
await browser.close()
