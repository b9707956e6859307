/** `npm run build`: the page and the desktop's processes into `out`, unless they are newer than their sources. */
import buildDesktop from './buildDesktop.ts'
import buildPage from './buildPage.ts'

await buildPage()
await buildDesktop()
