import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { announcerWithoutMarkup } from './announcerWithoutMarkup.ts'

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** The page for both hosts: plain files under `out/page`, nothing inline, nothing from elsewhere. */
export default defineConfig({
  root: inProject('renderer'),
  base: './',
  plugins: [react(), announcerWithoutMarkup(), optimizeLocales.vite({ locales: ['en-US', 'es-ES'] })],
  build: {
    outDir: inProject('out/page'),
    emptyOutDir: true,
    // The browser at the loopback host is whichever the person has; the desktop's Chromium is newer.
    target: 'baseline-widely-available',
    // Read from this machine, in one piece: splitting it would save nothing.
    chunkSizeWarningLimit: 4000,
    // The policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
})
